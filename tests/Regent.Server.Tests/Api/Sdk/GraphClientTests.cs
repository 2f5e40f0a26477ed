using Regent.Server.Tests.Hosting;
using Regent.Server.Tests.Tokens;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>The official client of Microsoft Graph for JavaScript, unmodified: the life of an activation, lists, batches, groups, rules.</summary>
public sealed class GraphClientTests(SecureServer server) : IClassFixture<SecureServer>
{
    private const string Everything = "lists, directory, rule, activation, group, batch, errors";

    private static readonly string[] People = ["ada", "alan", "barbara", "edsger", "grace", "katherine"];

    [Fact]
    public async Task Everything_works()
    {
        Assert.SkipWhen(NodeScript.Missing is not null, NodeScript.Missing ?? "");

        Assert.Equal(Everything, await NodeScript.RunAsync(server, "graph.mjs", People));
    }

    [Fact]
    public async Task So_it_does_for_people_who_sign_in_with_a_registered_program()
    {
        Assert.SkipWhen(NodeScript.Missing is not null, NodeScript.Missing ?? "");
        await using var own = new SecureServer();
        var program = await OAuthProgram.PublicAsync(
            own, "AuditLog.Read.All", "Directory.Read.All", "GroupMember.Read.All", "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup",
            "RoleManagement.ReadWrite.Directory", "RoleManagementPolicy.ReadWrite.Directory", "User.Read");

        Assert.Equal(Everything, await NodeScript.RunAsync(own, "graph.mjs", People, program));
    }
}
