using Regent.Testing.Contracts;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Scim;

/// <summary>What every target promises, kept by an application that takes PATCH as Microsoft Entra sends it.</summary>
[Collection(SharedScimApplication.Name)]
public sealed class ScimTargetEntraTests(ScimApplication application) : TargetContract
{
    protected override Task<TargetUnderTest> StartAsync() => ScimUnderTest.StartAsync(application, "entra");
}
