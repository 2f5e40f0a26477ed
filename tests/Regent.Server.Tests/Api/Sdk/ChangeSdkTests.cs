using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>What was given is changed, extended, renewed and taken, as programs that use the official client library do it.</summary>
public sealed class ChangeSdkTests : IAsyncLifetime
{
    private readonly SampleServer server = new();
    private string id = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => id = (await server.PersonAsync("margaret")).Id.ToString();

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task An_eligibility()
    {
        var given = await EligibilityAsync("ada", UnifiedRoleScheduleRequestActions.AdminAssign, days: 30);
        var start = server.Clock.GetUtcNow();
        Assert.Equal(start.AddDays(30), await EndAsync());

        server.Clock.Advance(TimeSpan.FromMinutes(10));
        var changed = await EligibilityAsync("ada", UnifiedRoleScheduleRequestActions.AdminUpdate, days: 40);
        Assert.Equal((given.TargetScheduleId, "Provisioned"), (changed.TargetScheduleId, changed.Status));
        Assert.Equal(server.Clock.GetUtcNow().AddDays(40), await EndAsync());

        server.Clock.Advance(TimeSpan.FromDays(35));
        Assert.Contains("\"MfaRule\"", await MessageAsync(() => EligibilityAsync("margaret", UnifiedRoleScheduleRequestActions.SelfExtend, days: 60)), StringComparison.Ordinal);
        Assert.Equal("Provisioned", (await EligibilityAsync("ada", UnifiedRoleScheduleRequestActions.AdminExtend, days: 60)).Status);
        Assert.Equal(server.Clock.GetUtcNow().AddDays(60), await EndAsync());

        server.Clock.Advance(TimeSpan.FromDays(61));
        Assert.Null(await EndAsync());
        Assert.Equal("Provisioned", (await EligibilityAsync("ada", UnifiedRoleScheduleRequestActions.AdminRenew, days: 7)).Status);
        Assert.Equal(server.Clock.GetUtcNow().AddDays(7), await EndAsync());

        server.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("Revoked", (await EligibilityAsync("ada", UnifiedRoleScheduleRequestActions.AdminRemove, days: null)).Status);
        Assert.Null(await EndAsync());
    }

    [Fact]
    public async Task An_assignment()
    {
        Assert.Equal("Provisioned", (await AssignmentAsync(UnifiedRoleScheduleRequestActions.AdminAssign, days: 5)).Status);
        server.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("Provisioned", (await AssignmentAsync(UnifiedRoleScheduleRequestActions.AdminExtend, days: 10)).Status);
        Assert.Equal((server.Clock.GetUtcNow().AddDays(10), "Assigned"), await AssignedAsync());

        server.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Null(await AssignedAsync());
        Assert.Equal("Provisioned", (await AssignmentAsync(UnifiedRoleScheduleRequestActions.AdminRenew, days: 3)).Status);
        server.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("Provisioned", (await AssignmentAsync(UnifiedRoleScheduleRequestActions.AdminUpdate, days: 2)).Status);
        Assert.Equal((server.Clock.GetUtcNow().AddDays(2), "Assigned"), await AssignedAsync());
        server.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("Revoked", (await AssignmentAsync(UnifiedRoleScheduleRequestActions.AdminRemove, days: null)).Status);
        Assert.Null(await AssignedAsync());
    }

    [Fact]
    public async Task Membership_in_a_group()
    {
        var barbara = await server.GraphAsync("barbara");
        var group = (await barbara.Groups.GetAsync(request => request.QueryParameters.Filter = "displayName eq 'Database operators'", Ct))!.Value![0].Id!;
        async Task<string?> AskAsync(ScheduleRequestActions action, int? days) =>
            (await barbara.IdentityGovernance.PrivilegedAccess.Group.AssignmentScheduleRequests.PostAsync(
                new PrivilegedAccessGroupAssignmentScheduleRequest
                {
                    Action = action,
                    AccessId = PrivilegedAccessGroupRelationships.Member,
                    GroupId = group,
                    PrincipalId = id,
                    Justification = "Replaces a colleague",
                    ScheduleInfo = Lasting(days),
                }, cancellationToken: Ct))!.Status;

        Assert.Equal("Provisioned", await AskAsync(ScheduleRequestActions.AdminAssign, days: 1));
        server.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("Provisioned", await AskAsync(ScheduleRequestActions.AdminExtend, days: 2));
        Assert.Equal("Provisioned", await AskAsync(ScheduleRequestActions.AdminUpdate, days: 1));
        Assert.Equal(id, Assert.Single((await barbara.Groups[group].Members.GetAsync(cancellationToken: Ct))!.Value!).Id);
        server.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("Revoked", await AskAsync(ScheduleRequestActions.AdminRemove, days: null));
        Assert.Empty((await barbara.Groups[group].Members.GetAsync(cancellationToken: Ct))!.Value!);
    }

    private static async Task<string> MessageAsync(Func<Task> act) => (await Assert.ThrowsAsync<ODataError>(act)).Error!.Message!;

    // Nobody's client is kept: tokens do not outlast the waiting.
    private async Task<UnifiedRoleEligibilityScheduleRequest> EligibilityAsync(string name, UnifiedRoleScheduleRequestActions action, int? days) =>
        (await (await server.GraphAsync(name)).RoleManagement.Directory.RoleEligibilityScheduleRequests.PostAsync(
            new UnifiedRoleEligibilityScheduleRequest
            {
                Action = action,
                PrincipalId = id,
                RoleDefinitionId = ApiClient.Role("Teams Administrator"),
                DirectoryScopeId = "/",
                Justification = "Looks after meetings",
                ScheduleInfo = Lasting(days),
            }, cancellationToken: Ct))!;

    private async Task<UnifiedRoleAssignmentScheduleRequest> AssignmentAsync(UnifiedRoleScheduleRequestActions action, int? days) =>
        (await (await server.GraphAsync("ada")).RoleManagement.Directory.RoleAssignmentScheduleRequests.PostAsync(
            new UnifiedRoleAssignmentScheduleRequest
            {
                Action = action,
                PrincipalId = id,
                RoleDefinitionId = ApiClient.Role("Teams Administrator"),
                DirectoryScopeId = "/",
                Justification = "Looks after meetings",
                ScheduleInfo = Lasting(days),
            }, cancellationToken: Ct))!;

    private async Task<DateTimeOffset?> EndAsync() =>
        (await (await server.GraphAsync("ada")).RoleManagement.Directory.RoleEligibilityScheduleInstances.GetAsync(
            request => request.QueryParameters.Filter = $"principalId eq '{id}' and roleDefinitionId eq '{ApiClient.Role("Teams Administrator")}'", Ct))!
            .Value!.SingleOrDefault()?.EndDateTime;

    private async Task<(DateTimeOffset, string)?> AssignedAsync() =>
        (await (await server.GraphAsync("ada")).RoleManagement.Directory.RoleAssignmentScheduleInstances.GetAsync(
            request => request.QueryParameters.Filter = $"principalId eq '{id}' and roleDefinitionId eq '{ApiClient.Role("Teams Administrator")}'", Ct))!
            .Value!.SingleOrDefault() is { } held ? (held.EndDateTime!.Value, held.AssignmentType!) : null;

    private RequestSchedule? Lasting(int? days) => days is null ? null : new()
    {
        StartDateTime = server.Clock.GetUtcNow(),
        Expiration = new ExpirationPattern { Type = ExpirationPatternType.AfterDuration, Duration = TimeSpan.FromDays(days.Value) },
    };
}
