using Regent.Testing.Contracts;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Scim;

/// <summary>What every target promises, kept by an application that takes PATCH as the RFC has it.</summary>
[Collection(SharedScimApplication.Name)]
public sealed class ScimTargetTests(ScimApplication application) : TargetContract
{
    protected override Task<TargetUnderTest> StartAsync() => ScimUnderTest.StartAsync(application, "rfc");
}
