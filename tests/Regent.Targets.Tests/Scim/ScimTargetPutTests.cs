using Regent.Testing.Contracts;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Scim;

/// <summary>What every target promises, kept by an application that takes the whole group by PUT.</summary>
[Collection(SharedScimApplication.Name)]
public sealed class ScimTargetPutTests(ScimApplication application) : TargetContract
{
    protected override Task<TargetUnderTest> StartAsync() => ScimUnderTest.StartAsync(application, "put");
}
