using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Sample;

/// <summary>The sample organisation is the one the documents speak of.</summary>
public sealed class SampleOrganisationTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ada", "Ada Lovelace", "Global Administrator active")]
    [InlineData("grace", "Grace Hopper", "Privileged Role Administrator active")]
    [InlineData("alan", "Alan Turing", "Billing Administrator", "Exchange Administrator", "Security Reader", "User Administrator")]
    [InlineData("barbara", "Barbara Liskov")]
    [InlineData("katherine", "Katherine Johnson", "Helpdesk Administrator through On-call engineers")]
    [InlineData("edsger", "Edsger Dijkstra", "Global Reader active")]
    public async Task Everybody_holds_what_they_are_said_to_hold(string name, string displayName, params string[] roles)
    {
        var person = await server.PersonAsync(name);

        var eligible = await ListAsync(person, MyRolesTab.Eligible);
        var active = await ListAsync(person, MyRolesTab.Active);

        Assert.Equal(displayName, person.DisplayName);
        Assert.All(active, row => Assert.Equal(
            (AssignmentType.Assigned, true), (row.Listing.Schedule.Type, row.Listing.Schedule.Effective.IsPermanent)));
        Assert.Equal(roles, active.Select(row => $"{row.Listing.Role.DisplayName} active").Concat(eligible.Select(Words)));
    }

    [Fact]
    public async Task The_roles_demand_what_they_are_said_to_demand()
    {
        var barbara = await server.PersonAsync("barbara");
        var policies = server.Services.GetRequiredService<IPolicyStore>();

        var exchange = await policies.GetAsync(RoleNamed("Exchange Administrator"), Scope.Tenant, Ct);
        var users = await policies.GetAsync(RoleNamed("User Administrator"), Scope.Tenant, Ct);
        var billing = await policies.GetAsync(RoleNamed("Billing Administrator"), Scope.Tenant, Ct);

        Assert.True(exchange.Activation is { RequiresJustification: true, RequiresTicket: true, RequiresApproval: true, Approvers.Count: 0 });
        Assert.True(users.Activation is { RequiresJustification: true, RequiresTicket: false, RequiresApproval: false });
        Assert.Equal([barbara.Id], billing.Activation.Approvers);
    }

    [Theory]
    [InlineData(RequestStatus.Provisioned)]
    [InlineData(RequestStatus.Denied)]
    [InlineData(RequestStatus.TimedOut)]
    public async Task Alan_has_a_history(RequestStatus status)
    {
        var alan = await server.PersonAsync("alan");
        var requests = server.Services.GetRequiredService<IRequestStore>();

        var found = await requests.ListAsync(
            new RequestQuery { CreatedBy = alan.Id, Actions = [RequestAction.SelfActivate], Statuses = [status] }, new PageAsk(), Ct);

        Assert.NotEmpty(found.Items);
        Assert.All(found.Items, item => Assert.True(item.Request.CreatedAt < server.Clock.GetUtcNow()));
    }

    private static RoleDefinitionId RoleNamed(string name) => DirectoryRoles.BuiltIn.Single(role => role.DisplayName == name).Id;

    private static string Words(MyRole row) =>
        row.Via is { } group ? $"{row.Listing.Role.DisplayName} through {group.DisplayName}" : row.Listing.Role.DisplayName;

    private async Task<IReadOnlyList<MyRole>> ListAsync(Principal person, MyRolesTab tab) =>
        (await server.Services.GetRequiredService<ListMyRoles>().ExecuteAsync(
            new Caller(person.Id, MfaAt: null), new MyRolesAsk(tab) { System = RoleSystem.Directory }, new PageAsk(), Ct)).Items;
}
