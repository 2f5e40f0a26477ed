using Regent.Testing.Contracts;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ssh;

public sealed class SshTargetTests : TargetContract
{
    protected override Task<TargetUnderTest> StartAsync() => Task.FromResult<TargetUnderTest>(new SshUnderTest());
}
