using Regent.Server.Tests.Hosting;
using Regent.Server.Tests.Tokens;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>The official client of Azure Resource Manager, unmodified: each of its operations about roles, and the life of an activation.</summary>
public sealed class ArmAuthorizationTests(SecureServer server) : IClassFixture<SecureServer>
{
    private const string Every = "called 42";

    private static readonly string[] People = ["alan", "barbara", "grace", "margaret"];

    [Fact]
    public async Task Every_operation_works()
    {
        Assert.SkipWhen(NodeScript.Missing is not null, NodeScript.Missing ?? "");

        Assert.Equal(Every, await NodeScript.RunAsync(server, "arm.mjs", People));
    }

    [Fact]
    public async Task So_it_does_for_people_who_sign_in_with_a_registered_program()
    {
        Assert.SkipWhen(NodeScript.Missing is not null, NodeScript.Missing ?? "");
        await using var own = new SecureServer();
        var program = await OAuthProgram.PublicAsync(own, "user_impersonation");

        Assert.Equal(Every, await NodeScript.RunAsync(own, "arm.mjs", People, program));
    }
}
