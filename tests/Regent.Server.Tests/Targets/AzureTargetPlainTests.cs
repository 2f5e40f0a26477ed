using Regent.Server.Tests.Hosting;
using Regent.Testing.Contracts;
using Regent.Testing.Targets;

namespace Regent.Server.Tests.Targets;

/// <summary>What every target promises, kept where roles are given plainly.</summary>
public sealed class AzureTargetPlainTests(SecureServer server) : TargetContract, IClassFixture<SecureServer>
{
    protected override async Task<TargetUnderTest> StartAsync() => await AzureUnderTest.StartAsync(server, "timeBound", "false");
}
