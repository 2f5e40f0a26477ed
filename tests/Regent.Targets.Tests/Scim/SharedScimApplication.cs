namespace Regent.Targets.Tests.Scim;

/// <summary>The tests that share one application.</summary>
[CollectionDefinition(Name)]
public sealed class SharedScimApplication : ICollectionFixture<ScimApplication>
{
    public const string Name = "SCIM application";
}
