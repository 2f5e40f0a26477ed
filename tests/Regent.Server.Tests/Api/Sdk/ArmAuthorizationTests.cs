using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>The official client of Azure Resource Manager, unmodified: each of its operations about roles, and the life of an activation.</summary>
public sealed class ArmAuthorizationTests(SecureServer server) : IClassFixture<SecureServer>
{
    private const string Every = "called 42";

    [Fact]
    public async Task Every_operation_works()
    {
        Assert.SkipWhen(NodeScript.Missing is not null, NodeScript.Missing ?? "");

        Assert.Equal(Every, await NodeScript.RunAsync(server, "arm.mjs", "alan", "barbara", "grace", "margaret"));
    }
}
