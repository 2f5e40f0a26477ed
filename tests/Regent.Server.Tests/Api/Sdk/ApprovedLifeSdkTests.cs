using Microsoft.Graph;
using Microsoft.Graph.IdentityGovernance.PrivilegedAccess.Group.AssignmentApprovals.Item.Stages;
using Microsoft.Graph.IdentityGovernance.PrivilegedAccess.Group.AssignmentApprovals.Item.Stages.Item;
using Microsoft.Graph.Models;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>
/// Activations that somebody must approve, from the day the person is made eligible to the end of what was activated, written as programs that
/// use the official client library write it.
/// </summary>
public sealed class ApprovedLifeSdkTests : IAsyncLifetime
{
    private readonly SampleServer server = new();
    private GraphServiceClient ada = null!;
    private GraphServiceClient barbara = null!;
    private GraphServiceClient grace = null!;
    private GraphServiceClient margaret = null!;
    private string id = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (ada, barbara) = (await server.GraphAsync("ada"), await server.GraphAsync("barbara"));
        (grace, margaret) = (await server.GraphAsync("grace"), await server.GraphAsync("margaret"));
        id = (await server.PersonAsync("margaret")).Id.ToString();
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Of_a_role()
    {
        var eligible = await ada.RoleManagement.Directory.RoleEligibilityScheduleRequests.PostAsync(
            new UnifiedRoleEligibilityScheduleRequest
            {
                Action = UnifiedRoleScheduleRequestActions.AdminAssign,
                RoleDefinitionId = ApiClient.Role("Exchange Administrator"),
                DirectoryScopeId = "/",
                PrincipalId = id,
                Justification = "Moves mailboxes",
                ScheduleInfo = Lasting(TimeSpan.FromDays(90)),
            }, cancellationToken: Ct);
        var asked = await margaret.RoleManagement.Directory.RoleAssignmentScheduleRequests.PostAsync(
            new UnifiedRoleAssignmentScheduleRequest
            {
                Action = UnifiedRoleScheduleRequestActions.SelfActivate,
                RoleDefinitionId = ApiClient.Role("Exchange Administrator"),
                DirectoryScopeId = "/",
                PrincipalId = id,
                Justification = "Move the mailboxes of Sales",
                ScheduleInfo = Lasting(TimeSpan.FromHours(3)),
                TicketInfo = new TicketInfo { TicketNumber = "CHG-17", TicketSystem = "Desk" },
            }, cancellationToken: Ct);
        Assert.Equal(("PendingApproval", null), (asked!.Status, asked.TargetScheduleId));
        Assert.Empty(await HeldAsync(asked.Id!));

        server.Clock.Advance(TimeSpan.FromMinutes(20));
        await ApproveAsync(asked.ApprovalId!);

        var decided = await margaret.RoleManagement.Directory.RoleAssignmentScheduleRequests[asked.Id].GetAsync(
            request => request.QueryParameters.Expand = ["targetSchedule", "activatedUsing"], Ct);
        Assert.Equal(("Provisioned", asked.Id), (decided!.Status, decided.TargetSchedule!.Id));
        Assert.Equal(eligible!.TargetScheduleId, decided.ActivatedUsing!.Id);
        Assert.Equal(server.Clock.GetUtcNow().AddHours(3), Assert.Single(await HeldAsync(asked.Id!)).EndDateTime);
        server.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Empty(await HeldAsync(asked.Id!));
        await IsOnRecordAsync(asked.Id!);
    }

    [Fact]
    public async Task Of_membership_in_a_group()
    {
        var group = (await barbara.Groups.GetAsync(request => request.QueryParameters.Filter = "displayName eq 'Database operators'", Ct))!.Value![0].Id!;
        var eligible = await barbara.IdentityGovernance.PrivilegedAccess.Group.EligibilityScheduleRequests.PostAsync(
            new PrivilegedAccessGroupEligibilityScheduleRequest
            {
                AccessId = PrivilegedAccessGroupRelationships.Member,
                Action = ScheduleRequestActions.AdminAssign,
                GroupId = group,
                PrincipalId = id,
                Justification = "A new operator",
                ScheduleInfo = Lasting(TimeSpan.FromDays(90)),
            }, cancellationToken: Ct);
        var asked = await margaret.IdentityGovernance.PrivilegedAccess.Group.AssignmentScheduleRequests.PostAsync(
            new PrivilegedAccessGroupAssignmentScheduleRequest
            {
                AccessId = PrivilegedAccessGroupRelationships.Member,
                Action = ScheduleRequestActions.SelfActivate,
                GroupId = group,
                PrincipalId = id,
                Justification = "An index is broken",
                ScheduleInfo = Lasting(TimeSpan.FromHours(1)),
            }, cancellationToken: Ct);
        Assert.Equal(("Provisioned", "PendingApproval"), (eligible!.Status, asked!.Status));
        var approvals = barbara.IdentityGovernance.PrivilegedAccess.Group.AssignmentApprovals;
        var waiting = await approvals.FilterByCurrentUserWithOn("approver").GetAsFilterByCurrentUserWithOnGetResponseAsync(cancellationToken: Ct);
        Assert.Equal(asked.ApprovalId, Assert.Single(waiting!.Value!).Id);

        var stage = Assert.Single((await approvals[asked.ApprovalId].Stages.GetAsync(cancellationToken: Ct))!.Value!);
        await approvals[asked.ApprovalId].Stages[stage.Id].PatchAsync(
            new ApprovalStage { ReviewResult = "Approve", Justification = "Needed now." }, cancellationToken: Ct);

        Assert.Equal(id, Assert.Single(await MembersAsync(group)).Id);
        server.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await MembersAsync(group));
        await IsOnRecordAsync(asked.Id!);
    }

    // The library for v1.0 has no approvals of roles; it reaches those of beta by their address.
    private async Task ApproveAsync(string approval)
    {
        var address = $"{server.Address}/beta/roleManagement/directory/roleAssignmentApprovals/{approval}/steps";
        var steps = await new StagesRequestBuilder(address, grace.RequestAdapter).GetAsync(cancellationToken: Ct);
        var step = Assert.Single(steps!.Value!);
        Assert.Equal((true, "InProgress"), (step.AssignedToMe, step.Status));
        ApprovalStageItemRequestBuilder One() => new($"{address}/{step.Id}", grace.RequestAdapter);
        await One().PatchAsync(new ApprovalStage { ReviewResult = "Approve", Justification = "Agreed." }, cancellationToken: Ct);
        var done = await One().GetAsync(cancellationToken: Ct);
        Assert.Equal(("Approve", "Grace Hopper"), (done!.ReviewResult, done.ReviewedBy!.DisplayName));
    }

    private async Task<List<UnifiedRoleAssignmentScheduleInstance>> HeldAsync(string schedule)
    {
        var found = await margaret.RoleManagement.Directory.RoleAssignmentScheduleInstances.FilterByCurrentUserWithOn("principal")
            .GetAsFilterByCurrentUserWithOnGetResponseAsync(request => request.QueryParameters.Filter = $"roleAssignmentScheduleId eq '{schedule}'", Ct);
        return found!.Value!;
    }

    private async Task<List<User>> MembersAsync(string group) =>
        (await barbara.Groups[group].Members.GraphUser.GetAsync(cancellationToken: Ct))!.Value!;

    private async Task IsOnRecordAsync(string request)
    {
        var entries = (await ada.AuditLogs.DirectoryAudits.GetAsync(
            asked => asked.QueryParameters.Filter = $"correlationId eq '{request}' and loggedByService eq 'PIM'", Ct))!.Value!;
        Assert.Contains(entries, entry => entry.InitiatedBy?.User?.UserPrincipalName == "margaret@regent.example");
        Assert.Contains(entries, entry => entry.AdditionalDetails!.Any(detail => detail is { Key: "RequestId" } && detail.Value == request));
        Assert.All(entries, entry => Assert.Equal(OperationResult.Success, entry.Result));
    }

    private RequestSchedule Lasting(TimeSpan duration) => new()
    {
        StartDateTime = server.Clock.GetUtcNow(),
        Expiration = new ExpirationPattern { Type = ExpirationPatternType.AfterDuration, Duration = duration },
    };
}
