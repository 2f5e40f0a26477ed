namespace Regent.Server.Tests.Browser;

/// <summary>All browser tests share one browser and run one after another.</summary>
[CollectionDefinition(nameof(BrowserTests))]
public sealed class BrowserTests : ICollectionFixture<Chromium>;
