using Microsoft.Graph;
using Microsoft.Graph.Models;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>PIM for groups, written as programs that use the official client library write it.</summary>
public sealed class GroupSdkTests : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly SampleServer server = new();
    private GraphServiceClient barbara = null!;
    private GraphServiceClient margaret = null!;
    private string group = "";
    private string id = "";

    public async ValueTask InitializeAsync()
    {
        barbara = await server.GraphAsync("barbara");
        margaret = await server.GraphAsync("margaret");
        id = (await server.PersonAsync("margaret")).Id.ToString();
        var found = await (await ApiClient.OfAsync(server, "ada")).ListAsync("/v1.0/groups" + ApiClient.Where("displayName eq 'Database operators'"));
        group = (string)found[0]!["id"]!;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Ownership_is_given_activated_listed_and_given_back()
    {
        var eligible = await barbara.IdentityGovernance.PrivilegedAccess.Group.EligibilityScheduleRequests.PostAsync(
            new PrivilegedAccessGroupEligibilityScheduleRequest
            {
                AccessId = PrivilegedAccessGroupRelationships.Owner,
                PrincipalId = id,
                GroupId = group,
                Action = ScheduleRequestActions.AdminAssign,
                ScheduleInfo = Schedule(TimeSpan.FromDays(30)),
                Justification = "Looks after the operators",
            }, cancellationToken: Ct);
        Assert.Equal($"{group}_owner_{eligible!.Id}", eligible.TargetScheduleId);

        var asked = await margaret.IdentityGovernance.PrivilegedAccess.Group.AssignmentScheduleRequests.PostAsync(
            Ask(ScheduleRequestActions.SelfActivate, Schedule(TimeSpan.FromHours(2))), cancellationToken: Ct);
        Assert.Equal(("Provisioned", ScheduleRequestActions.SelfActivate), (asked!.Status, asked.Action));

        var instances = await barbara.IdentityGovernance.PrivilegedAccess.Group.AssignmentScheduleInstances.GetAsync(request =>
        {
            request.QueryParameters.Filter = $"groupId eq '{group}' and accessId eq 'owner'";
            request.QueryParameters.Expand = ["group", "principal", "activatedUsing"];
        }, Ct);
        var held = Assert.Single(instances!.Value!, one => one.PrincipalId == id);
        Assert.Equal(
            (PrivilegedAccessGroupAssignmentType.Activated, PrivilegedAccessGroupMemberType.Direct, PrivilegedAccessGroupRelationships.Owner),
            (held.AssignmentType, held.MemberType, held.AccessId));
        Assert.Equal(("Database operators", "Margaret Hamilton"), (held.Group!.DisplayName, Assert.IsType<User>(held.Principal).DisplayName));
        Assert.Equal(eligible.TargetScheduleId, held.ActivatedUsing!.Id);

        var schedule = await margaret.IdentityGovernance.PrivilegedAccess.Group.AssignmentSchedules[asked.TargetScheduleId].GetAsync(cancellationToken: Ct);
        Assert.Equal((asked.Id, server.Clock.GetUtcNow().AddHours(2)), (schedule!.CreatedUsing, schedule.ScheduleInfo!.Expiration!.EndDateTime));
        Assert.Equal("Database operators", (await margaret.IdentityGovernance.PrivilegedAccess.Group.AssignmentSchedules[schedule.Id].Group.GetAsync(cancellationToken: Ct))!.DisplayName);

        server.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("Revoked", (await margaret.IdentityGovernance.PrivilegedAccess.Group.AssignmentScheduleRequests.PostAsync(
            Ask(ScheduleRequestActions.SelfDeactivate, schedule: null), cancellationToken: Ct))!.Status);
        Assert.Empty((await margaret.IdentityGovernance.PrivilegedAccess.Group.AssignmentScheduleInstances.FilterByCurrentUserWithOn("principal")
            .GetAsFilterByCurrentUserWithOnGetResponseAsync(cancellationToken: Ct))!.Value!);
    }

    [Fact]
    public async Task A_request_that_waits_is_found_by_the_approver_and_cancelled()
    {
        var alan = await server.GraphAsync("alan");
        var asked = await alan.IdentityGovernance.PrivilegedAccess.Group.AssignmentScheduleRequests.PostAsync(
            new PrivilegedAccessGroupAssignmentScheduleRequest
            {
                AccessId = PrivilegedAccessGroupRelationships.Member,
                PrincipalId = (await server.PersonAsync("alan")).Id.ToString(),
                GroupId = group,
                Action = ScheduleRequestActions.SelfActivate,
                ScheduleInfo = Schedule(TimeSpan.FromHours(1)),
                Justification = "Index is broken",
            }, cancellationToken: Ct);
        Assert.Equal(("PendingApproval", asked!.Id), (asked.Status, asked.ApprovalId));

        var waiting = await barbara.IdentityGovernance.PrivilegedAccess.Group.AssignmentScheduleRequests.FilterByCurrentUserWithOn("approver")
            .GetAsFilterByCurrentUserWithOnGetResponseAsync(request => request.QueryParameters.Expand = ["principal"], Ct);
        Assert.Equal("Alan Turing", Assert.IsType<User>(Assert.Single(waiting!.Value!).Principal).DisplayName);
        await alan.IdentityGovernance.PrivilegedAccess.Group.AssignmentScheduleRequests[asked.Id].Cancel.PostAsync(cancellationToken: Ct);
        Assert.Equal("Canceled", (await alan.IdentityGovernance.PrivilegedAccess.Group.AssignmentScheduleRequests[asked.Id].GetAsync(cancellationToken: Ct))!.Status);
    }

    [Fact]
    public async Task A_list_that_nothing_narrows_is_an_error_with_a_code() => Assert.Equal("MissingProvider", await GraphSdk.CodeAsync(
        () => barbara.IdentityGovernance.PrivilegedAccess.Group.EligibilitySchedules.GetAsync(cancellationToken: Ct)));

    private PrivilegedAccessGroupAssignmentScheduleRequest Ask(ScheduleRequestActions action, RequestSchedule? schedule) => new()
    {
        AccessId = PrivilegedAccessGroupRelationships.Owner,
        PrincipalId = id,
        GroupId = group,
        Action = action,
        ScheduleInfo = schedule,
        Justification = "A new operator",
    };

    private RequestSchedule Schedule(TimeSpan duration) => new()
    {
        StartDateTime = server.Clock.GetUtcNow(),
        Expiration = new ExpirationPattern { Type = ExpirationPatternType.AfterDuration, Duration = duration },
    };
}
