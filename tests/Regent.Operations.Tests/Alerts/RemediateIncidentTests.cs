using Regent.Core;
using Regent.Core.Alerts;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Alerts;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Alerts;

public sealed class RemediateIncidentTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task What_nobody_uses_is_taken_away_by_a_request()
    {
        office.Skip(TimeSpan.FromDays(31));
        await office.WatchAsync();

        var operation = (await MendAsync(AlertKind.RedundantAssignment, office.Eligibility.Id.Value)).Done();

        Assert.Equal((AlertKind.RedundantAssignment, office.Eligibility.Id.Value), (operation.Alert!.Value, operation.Incident!.Value));
        Assert.Empty(await office.FoundAsync(AlertKind.RedundantAssignment));
        Assert.Equal((false, 0), (await office.AlertAsync(AlertKind.RedundantAssignment)) is var alert ? (alert.IsActive, alert.IncidentCount) : default);
        var request = Assert.Single((await office.World.Requests.ListAsync(new RequestQuery(), new PageAsk(), Office.Ct)).Items).Request;
        Assert.Equal((RequestAction.AdminRemove, office.Ada.Id, office.Alan.Id), (request.Action, request.CreatedBy, request.Principal));
        Assert.Contains("Ada: Resolve PIM alert", office.Record);
    }

    [Fact]
    public async Task A_role_that_a_password_activates_demands_a_second_factor_then()
    {
        office.Demand(settings => settings with { RequiresTicket = true });

        (await MendAsync(AlertKind.NoMfaOnRoleActivation, office.Role.Value)).Done();

        var settings = (await office.World.Policies.GetAsync(office.Role, Scope.Tenant, Office.Ct)).Activation;
        Assert.Equal((true, true), (settings.RequiresMfa, settings.RequiresTicket));
        Assert.Empty(await office.FoundAsync(AlertKind.NoMfaOnRoleActivation));
    }

    [Fact]
    public async Task The_last_administrator_is_not_taken_away()
    {
        Assert.Equal(
            RefusalCode.CannotDeleteLastAdminAssignment,
            (await MendAsync(AlertKind.RolesAssignedOutsidePim, await OutsideAsync("Grace Hopper"))).Code());
        Assert.DoesNotContain("Ada: Resolve PIM alert", office.Record);
    }

    [Fact]
    public async Task An_assignment_without_a_request_is_taken_away()
    {
        office.World.Assign(office.Barbara, office.Role);

        (await MendAsync(AlertKind.RolesAssignedOutsidePim, await OutsideAsync("Barbara Liskov"))).Done();

        Assert.False(await office.HoldsAsync(office.Barbara));
    }

    [Fact]
    public async Task Sequences_of_activations_cannot_be_mended()
    {
        var first = Enumerable.Range(0, 3).Select(hour => office.World.Add(Make.Activation(
            office.Eligibility, office.Alan.Id, office.Now.AddHours(hour - 4), office.Now.AddHours(hour - 3)))).ToList()[0];

        Assert.Equal(RefusalCode.AlertNotRemediatable, (await MendAsync(AlertKind.SequentialActivationRenewals, first.Id.Value)).Code());
    }

    [Fact]
    public async Task What_the_alert_does_not_find_is_not_mended()
    {
        Assert.Equal(RefusalCode.AlertNotFound, (await MendAsync(AlertKind.RedundantAssignment, office.Eligibility.Id.Value)).Code());
        Assert.Equal(RefusalCode.AlertNotFound, (await MendAsync(AlertKind.InvalidLicense, Make.NewId())).Code());
    }

    private async Task<Guid> OutsideAsync(string name) =>
        (await office.FoundAsync(AlertKind.RolesAssignedOutsidePim)).Single(one => one.Assignee!.DisplayName == name).Incident.Id;

    private Task<Outcome<AlertOperation>> MendAsync(AlertKind kind, Guid incident) =>
        office.The<RemediateIncident>().ExecuteAsync(office.As(office.Ada), kind, incident, Office.Ct);
}
