using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>The life of an activation, written as programs that use the official client library write it.</summary>
public sealed class ActivationSdkTests : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly SampleServer server = new();
    private GraphServiceClient ada = null!;
    private GraphServiceClient margaret = null!;
    private string id = "";

    public async ValueTask InitializeAsync()
    {
        ada = await server.GraphAsync("ada");
        margaret = await server.GraphAsync("margaret");
        id = (await server.PersonAsync("margaret")).Id.ToString();
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Somebody_is_made_eligible_activates_and_gives_back()
    {
        var eligible = await ada.RoleManagement.Directory.RoleEligibilityScheduleRequests.PostAsync(
            new UnifiedRoleEligibilityScheduleRequest
            {
                Action = UnifiedRoleScheduleRequestActions.AdminAssign,
                Justification = "Teams meetings",
                RoleDefinitionId = ApiClient.Role("Teams Administrator"),
                DirectoryScopeId = "/",
                PrincipalId = id,
                ScheduleInfo = new RequestSchedule
                {
                    StartDateTime = server.Clock.GetUtcNow(),
                    Expiration = new ExpirationPattern { Type = ExpirationPatternType.AfterDateTime, EndDateTime = server.Clock.GetUtcNow().AddDays(30) },
                },
            }, cancellationToken: Ct);
        Assert.Equal("Provisioned", eligible!.Status);

        var asked = await margaret.RoleManagement.Directory.RoleAssignmentScheduleRequests.PostAsync(Activation("PT5H"), cancellationToken: Ct);
        Assert.Equal(("Provisioned", TimeSpan.FromHours(5)), (asked!.Status, asked.ScheduleInfo!.Expiration!.Duration));
        Assert.Equal((UnifiedRoleScheduleRequestActions.SelfActivate, asked.Id), (asked.Action, asked.TargetScheduleId));

        var instances = await margaret.RoleManagement.Directory.RoleAssignmentScheduleInstances.FilterByCurrentUserWithOn("principal")
            .GetAsFilterByCurrentUserWithOnGetResponseAsync(
                request => request.QueryParameters.Expand = ["roleDefinition", "activatedUsing"], Ct);
        var held = Assert.Single(instances!.Value!, one => one.RoleAssignmentScheduleId == asked.Id);
        Assert.Equal(("Activated", "Teams Administrator"), (held.AssignmentType, held.RoleDefinition!.DisplayName));
        Assert.Equal(eligible.Id, held.ActivatedUsing!.RoleEligibilityScheduleId);
        Assert.Equal(server.Clock.GetUtcNow().AddHours(5), held.EndDateTime);
        Assert.IsType<User>(await margaret.RoleManagement.Directory.RoleAssignmentScheduleInstances[held.Id].Principal.GetAsync(cancellationToken: Ct));

        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var back = Activation("PT5H");
        (back.Action, back.ScheduleInfo) = (UnifiedRoleScheduleRequestActions.SelfDeactivate, null);
        Assert.Equal("Revoked", (await margaret.RoleManagement.Directory.RoleAssignmentScheduleRequests.PostAsync(back, cancellationToken: Ct))!.Status);

        var removal = await ada.RoleManagement.Directory.RoleEligibilityScheduleRequests.PostAsync(
            new UnifiedRoleEligibilityScheduleRequest
            {
                Action = UnifiedRoleScheduleRequestActions.AdminRemove,
                RoleDefinitionId = eligible.RoleDefinitionId,
                DirectoryScopeId = "/",
                PrincipalId = id,
                TargetScheduleId = eligible.TargetScheduleId,
            }, cancellationToken: Ct);
        Assert.Equal("Revoked", removal!.Status);
    }

    [Fact]
    public async Task What_is_planned_is_found_and_cancelled()
    {
        var plan = Activation("PT1H");
        plan.RoleDefinitionId = ApiClient.Role("Reports Reader");
        plan.ScheduleInfo!.StartDateTime = server.Clock.GetUtcNow().AddDays(2);
        await GiveBackAsync();
        var planned = await margaret.RoleManagement.Directory.RoleAssignmentScheduleRequests.PostAsync(plan, cancellationToken: Ct);
        Assert.Equal("Granted", planned!.Status);

        var found = await margaret.RoleManagement.Directory.RoleAssignmentScheduleRequests.FilterByCurrentUserWithOn("principal")
            .GetAsFilterByCurrentUserWithOnGetResponseAsync(request => request.QueryParameters.Filter = "status eq 'Granted'", Ct);
        Assert.Equal(planned.Id, Assert.Single(found!.Value!).Id);

        await margaret.RoleManagement.Directory.RoleAssignmentScheduleRequests[planned.Id].Cancel.PostAsync(cancellationToken: Ct);

        var now = await margaret.RoleManagement.Directory.RoleAssignmentScheduleRequests[planned.Id].GetAsync(
            request => request.QueryParameters.Expand = ["principal", "roleDefinition", "targetSchedule"], Ct);
        Assert.Equal(("Canceled", null), (now!.Status, now.TargetSchedule));
        Assert.Equal("margaret@regent.example", Assert.IsType<User>(now.Principal).UserPrincipalName);
    }

    [Fact]
    public async Task What_is_refused_is_an_error_with_a_code()
    {
        var alan = await server.GraphAsync("alan");
        var tooLong = Activation("PT9H");
        tooLong.PrincipalId = (await server.PersonAsync("alan")).Id.ToString();
        tooLong.RoleDefinitionId = ApiClient.Role("Security Reader");
        tooLong.Justification = null;
        var refused = await Assert.ThrowsAsync<ODataError>(
            () => alan.RoleManagement.Directory.RoleAssignmentScheduleRequests.PostAsync(tooLong, cancellationToken: Ct));
        Assert.Equal(400, refused.ResponseStatusCode);
        Assert.Equal("""The following policy rules failed: ["ExpirationRule","JustificationRule"]""", refused.Error!.Message);
        Assert.NotNull(refused.Error.InnerError!.RequestId);
        Assert.NotNull(refused.Error.InnerError.Date);

        Assert.Equal("Authorization_RequestDenied", await GraphSdk.CodeAsync(
            () => margaret.RoleManagement.Directory.RoleAssignmentSchedules.GetAsync(cancellationToken: Ct)));
        Assert.Equal("Request_UnsupportedQuery", await GraphSdk.CodeAsync(() => ada.RoleManagement.Directory.RoleAssignmentSchedules.GetAsync(
            request => request.QueryParameters.Filter = "modifiedDateTime ge 2026-01-01T00:00:00Z", Ct)));
        Assert.Equal("ResourceNotFound", await GraphSdk.CodeAsync(
            () => ada.RoleManagement.Directory.RoleEligibilitySchedules["00000000-0000-0000-0000-000000000001"].GetAsync(cancellationToken: Ct)));
    }

    [Fact]
    public async Task What_is_only_validated_leaves_nothing()
    {
        var ask = Activation("PT1H");
        ask.RoleDefinitionId = ApiClient.Role("Application Administrator");
        ask.IsValidationOnly = true;
        await margaret.RoleManagement.Directory.RoleAssignmentScheduleRequests.PostAsync(new UnifiedRoleAssignmentScheduleRequest
        {
            Action = UnifiedRoleScheduleRequestActions.SelfDeactivate,
            RoleDefinitionId = ApiClient.Role("Reports Reader"),
            DirectoryScopeId = "/",
            PrincipalId = id,
            IsValidationOnly = true,
        }, cancellationToken: Ct);

        Assert.Equal("PendingRoleAssignmentRequest", await GraphSdk.CodeAsync(
            () => margaret.RoleManagement.Directory.RoleAssignmentScheduleRequests.PostAsync(ask, cancellationToken: Ct)));
        Assert.Single((await margaret.RoleManagement.Directory.RoleAssignmentScheduleInstances.FilterByCurrentUserWithOn("principal")
            .GetAsFilterByCurrentUserWithOnGetResponseAsync(cancellationToken: Ct))!.Value!);
    }

    private async Task GiveBackAsync() => await margaret.RoleManagement.Directory.RoleAssignmentScheduleRequests.PostAsync(
        new UnifiedRoleAssignmentScheduleRequest
        {
            Action = UnifiedRoleScheduleRequestActions.SelfDeactivate,
            RoleDefinitionId = ApiClient.Role("Reports Reader"),
            DirectoryScopeId = "/",
            PrincipalId = id,
        }, cancellationToken: Ct);

    private UnifiedRoleAssignmentScheduleRequest Activation(string duration) => new()
    {
        Action = UnifiedRoleScheduleRequestActions.SelfActivate,
        PrincipalId = id,
        RoleDefinitionId = ApiClient.Role("Teams Administrator"),
        DirectoryScopeId = "/",
        Justification = "The all-hands meeting",
        ScheduleInfo = new RequestSchedule
        {
            StartDateTime = server.Clock.GetUtcNow(),
            Expiration = new ExpirationPattern
            {
                Type = ExpirationPatternType.AfterDuration,
                Duration = System.Xml.XmlConvert.ToTimeSpan(duration),
            },
        },
        TicketInfo = new TicketInfo { TicketNumber = "CHG-9", TicketSystem = "Desk" },
    };
}
