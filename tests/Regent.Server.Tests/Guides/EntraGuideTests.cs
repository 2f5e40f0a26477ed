using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Api.Sdk;
using Regent.Server.Tests.Cli;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Guides;

/// <summary>
/// What docs/coming-from-entra-pim.md shows, as it stands there but for addresses and files. The sample server stands in for the tenant:
/// it answers as Graph does.
/// </summary>
public sealed partial class EntraGuideTests(SecureServer server) : IClassFixture<SecureServer>, IDisposable
{
    private static readonly Guide Page = Guide.Open("coming-from-entra-pim.md");

    private readonly string folder = Directory.CreateTempSubdirectory("regent-guide-").FullName;
    private readonly LocalData local = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        local.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_script_fetches_a_tenant_and_the_commands_take_it_over()
    {
        Assert.SkipWhen(Shell.Missing is not null, Shell.Missing ?? "");
        var ada = await ApiClient.OfAsync(server, "ada");
        var groups = (await ada.ListAsync("/v1.0/groups")).Select(group => (string)group!["id"]!).ToArray();
        var permissions = Permission().Matches(Page.Section("1. Fetch").Split("A script that does it")[1].Split("```")[0]).Select(match => match.Groups[1].Value).ToArray();
        using var program = await server.AppAsync(permissions);

        await Shell.RunAsync(
            folder, Page.Code("1. Fetch").Replace("https://graph.microsoft.com", server.Address, StringComparison.Ordinal),
            new Dictionary<string, string> { ["TOKEN"] = program.DefaultRequestHeaders.Authorization!.Parameter! }, groups);
        var (rehearsed, ran, again) = (await ImportAsync(0), await ImportAsync(1), await ImportAsync(1));

        Assert.Equal(5, permissions.Length);
        Assert.Equal(rehearsed.Lines[^2], ran.Lines[^2]);
        Assert.StartsWith("0 new, 0 changed, ", again.Lines[^2], StringComparison.Ordinal);
        await AssertSameAsync(groups);
    }

    [Fact]
    public async Task The_activation_with_curl_is_accepted()
    {
        Assert.SkipWhen(Shell.Missing is not null, Shell.Missing ?? "");
        var alan = await ApiClient.OfAsync(server, "alan");
        using var client = await server.ApiAsync("alan");

        var answer = await Shell.RunAsync(
            folder, Here(Page.Code("curl")), new Dictionary<string, string>
            {
                ["TOKEN"] = client.DefaultRequestHeaders.Authorization!.Parameter!,
                ["ME"] = alan.Id,
                ["ROLE"] = ApiClient.Role("User Administrator"),
            });

        var request = JsonNode.Parse(answer)!;
        Assert.True(request["error"] is null, answer);
        Assert.Equal("Mailbox migration", (string?)request["justification"]);
    }

    [Fact]
    public async Task The_snippets_for_JavaScript_make_clients_that_work()
    {
        Assert.SkipWhen(NodeScript.Missing is not null, NodeScript.Missing ?? "");

        Assert.Equal("graph, arm", await NodeScript.RunAsync(server, "guide.mjs", ["alan"]));
    }

    private string Here(string code) => code.Replace("https://localhost:5443", server.SecureAddress, StringComparison.Ordinal)
        .Replace("data/tls/ca.pem", server.AuthorityFile, StringComparison.Ordinal);

    // One of the commands, with the folders of this test.
    private async Task<Ran> ImportAsync(int line)
    {
        var words = Page.Code("2. Import").Split('\n')[line].Split(' ');
        Assert.Equal(["./regent", "import", "entra", "entra", "--data", "data"], words[..6]);
        return await local.RunAsync([words[1], words[2], Path.Combine(folder, words[3]), .. words[6..]]);
    }

    private async Task AssertSameAsync(IReadOnlyList<string> groups)
    {
        var people = await EntriesAsync("users-page1.json");
        var known = await local.AskAsync(services => services.GetRequiredService<IDirectory>().FindManyAsync([.. people.Select(one => Id(one, "id"))], Ct));
        Assert.Equal(people.Select(one => (string?)one["displayName"]), people.Select(one => known[Id(one, "id")].DisplayName));
        foreach (var given in await EntriesAsync("roleEligibilitySchedules-page1.json"))
        {
            var held = await local.AskAsync(services => services.GetRequiredService<IScheduleStore>().FindAsync(new ScheduleId(Guid.Parse((string)given["id"]!)), Ct));
            Assert.Equal((Id(given, "principalId"), (string?)given["roleDefinitionId"]), (held?.Principal, held?.Role.ToString()));
        }

        var places = DirectoryRoles.BuiltIn.Select(role => (role.Id, Scope.Tenant))
            .Concat(groups.SelectMany(group => GroupRoles.BuiltIn.Select(role => (role.Id, Scope.OfGroup(new PrincipalId(Guid.Parse(group)))))));
        Assert.Equal(await DemandsAsync(server.Services, places), await local.AskAsync(services => DemandsAsync(services, places)));
    }

    // What each role demands of who activates it.
    private static async Task<IReadOnlyList<string>> DemandsAsync(IServiceProvider services, IEnumerable<(RoleDefinitionId Role, Scope Scope)> places)
    {
        var demands = new List<string>();
        foreach (var (role, scope) in places)
        {
            var settings = (await services.GetRequiredService<IPolicyStore>().GetAsync(role, scope, Ct)).Activation;
            demands.Add($"{role} at {scope}: {settings with { Approvers = [] }}, {string.Join(' ', settings.Approvers.Order())}");
        }

        return demands;
    }

    private async Task<IReadOnlyList<JsonObject>> EntriesAsync(string file) =>
        [.. JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "entra", file), Ct))!["value"]!.AsArray().Select(entry => entry!.AsObject())];

    private static PrincipalId Id(JsonObject entry, string member) => new(Guid.Parse((string)entry[member]!));

    [GeneratedRegex(@"`([A-Za-z]+\.[A-Za-z.]+)`")]
    private static partial Regex Permission();
}
