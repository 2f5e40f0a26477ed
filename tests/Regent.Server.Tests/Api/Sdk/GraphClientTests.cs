using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>The official client of Microsoft Graph for JavaScript, unmodified: the life of an activation, lists, batches, groups, rules.</summary>
public sealed class GraphClientTests(SecureServer server) : IClassFixture<SecureServer>
{
    private const string Everything = "lists, directory, rule, activation, group, batch, errors";

    [Fact]
    public async Task Everything_works()
    {
        Assert.SkipWhen(NodeScript.Missing is not null, NodeScript.Missing ?? "");

        Assert.Equal(Everything, await NodeScript.RunAsync(server, "graph.mjs", "ada", "alan", "barbara", "edsger", "grace", "katherine"));
    }
}
