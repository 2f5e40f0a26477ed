using Microsoft.Extensions.DependencyInjection;
using Regent.Api;
using Regent.Api.Graph.Protocol;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Requests;
using Regent.Server.Tests.Api.Arm;
using Regent.Server.Tests.Tokens;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>Who asks, in the order of the columns. Each token is got once.</summary>
internal sealed class MatrixCallers(MatrixServer server) : IDisposable
{
    private static readonly (string Column, string Person)[] People =
    [
        ("person", "plain"), ("requestor", "requestor"), ("approver", "approver"), ("reader", "edsger"), ("group owner", "groupowner"),
        ("groups administrator", "groupsadmin"), ("subscription reader", "subscriptionreader"), ("subscription owner", "subscriptionowner"), ("role administrator", "grace"), ("global administrator", "ada"),
    ];

    private readonly Dictionary<string, HttpClient> clients = [];

    public static IReadOnlyList<string> Columns { get; } =
        ["nobody", .. People.Select(one => one.Column), "app without", "app with", "delegated without", "delegated with"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private HttpClient Nobody { get; } = new() { BaseAddress = new Uri(server.Address) };

    /// <summary>Gets every token that these rows need.</summary>
    public async Task GetTokensAsync(IReadOnlyList<MatrixRow> rows)
    {
        using var browser = await server.BrowserAsync("ada");
        var wanted = People.ToDictionary(one => one.Person, one => (Func<Task<HttpClient>>)(() => server.ApiAsync(one.Person)));
        wanted["app "] = () => server.AppAsync();
        wanted["app arm"] = () => ArmAppAsync(isOwner: false);
        wanted["app arm owner"] = () => ArmAppAsync(isOwner: true);
        wanted["delegated "] = () => DelegatedAsync(browser, "openid");
        wanted["delegated arm"] = () => DelegatedAsync(browser, TokenNames.UserImpersonation);
        foreach (var name in rows.Select(OfApp).OfType<string>())
        {
            wanted[$"app {name}"] = () => server.AppAsync(name.Split(' '));
        }

        foreach (var name in rows.Select(OfPerson).OfType<string>())
        {
            wanted[$"delegated {name}"] = () => DelegatedAsync(browser, name);
        }

        foreach (var (key, make) in wanted)
        {
            clients[key] = await make();
        }
    }

    /// <summary>The clients that send a row, in the order of the columns.</summary>
    public IReadOnlyList<HttpClient> Of(MatrixRow row) => row.Route.IsArm
        ? [Nobody, .. Persons, clients["app arm"], clients["app arm owner"], clients["delegated "], clients["delegated arm"]]
        : [Nobody, .. Persons, clients["app "], clients[$"app {OfApp(row)}"], clients["delegated "], clients[$"delegated {OfPerson(row)}"]];

    public void Dispose()
    {
        Nobody.Dispose();
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }

    private IEnumerable<HttpClient> Persons => People.Select(one => clients[one.Person]);

    private static string? OfApp(MatrixRow row) =>
        Least(row, row.Route.Needs?.Application, GraphPermissions.All.Where(one => !one.IsForPeopleOnly));

    private static string? OfPerson(MatrixRow row) => Least(row, row.Route.Needs?.Delegated, GraphPermissions.All);

    // Names are told least first; some of them nobody can be given here.
    private static string? Least(MatrixRow row, IReadOnlyList<string>? names, IEnumerable<GraphPermission> known)
    {
        var given = known.Select(one => one.Name).ToHashSet();
        return (row.Permission is { } wanted ? [wanted] : names)?.FirstOrDefault(name => name.Split(' ').All(given.Contains));
    }

    private async Task<HttpClient> DelegatedAsync(HttpClient browser, string scope)
    {
        var program = scope == "openid" ? await OAuthProgram.PublicAsync(server, "User.Read") : await OAuthProgram.PublicAsync(server, scope.Split(' '));
        return server.With((string)(await program.RedeemAsync(await program.CodeAsync(browser, scope)))["access_token"]!);
    }

    private async Task<HttpClient> ArmAppAsync(bool isOwner)
    {
        var program = await OAuthProgram.ConfidentialAsync(server);
        if (isOwner)
        {
            Assert.True(Scope.TryParse(ArmClient.Shop, out var shop));
            var given = await server.Services.GetRequiredService<AssignRole>().ExecuteAsync(
                new Caller((await server.PersonAsync("ada")).Id, MfaAt: null),
                new AssignmentAsk(ScheduleKind.Assignment, program.App.ServicePrincipal, ResourceRoles.Owner, shop)
                {
                    Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(90)),
                    Justification = "A pipeline of the web shop.",
                },
                Ct);
            Assert.IsType<Core.Outcome<Core.Requests.ScheduleRequest>.Done>(given);
        }

        return server.With((string)(await program.ForItselfAsync(OAuthProgram.ArmDefault))["access_token"]!);
    }
}
