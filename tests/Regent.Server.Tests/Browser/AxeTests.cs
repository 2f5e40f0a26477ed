namespace Regent.Server.Tests.Browser;

/// <summary>The tests that let axe judge pages share a browser of their own, beside that of the others.</summary>
[CollectionDefinition(nameof(AxeTests))]
public sealed class AxeTests : ICollectionFixture<Chromium>;
