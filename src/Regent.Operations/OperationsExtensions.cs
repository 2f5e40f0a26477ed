using Microsoft.Extensions.DependencyInjection;
using Regent.Operations.Access;
using Regent.Operations.Accounts;
using Regent.Operations.Agenda;
using Regent.Operations.Alerts;
using Regent.Operations.Apps;
using Regent.Operations.Assignments;
using Regent.Operations.Audit;
using Regent.Operations.Lanes;
using Regent.Operations.Notifications;
using Regent.Operations.Policies;
using Regent.Operations.Principals;
using Regent.Operations.Provisioning;
using Regent.Operations.Recording;
using Regent.Operations.Requests;
using Regent.Operations.Roles;
using Regent.Operations.Synchronisation;
using Regent.Operations.Takeover;

namespace Regent.Operations;

/// <summary>Registers every operation. The ports, the options and the clock come from the host.</summary>
public static class OperationsExtensions
{
    public static IServiceCollection AddRegentOperations(this IServiceCollection services) => services
        .AddAccess().AddSingleton<OwedMails>().AddSingleton<Reminders>().AddSingleton<RequestRecorder>().AddSingleton<EligibilityLoss>()
        .AddSingleton<LedgerReckoner>().AddSingleton<LedgerPlanner>().AddProvisioning()
        .AddRequests().AddAssignments().AddPeople().AddAccounts().AddNotices()
        .AddSettings().AddAlerts().AddRoles().AddPlaces().AddApps()
        .AddSingleton<ListAudit>().AddSingleton<DueWork>().AddSingleton<TakeOver>();

    private static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<Authorities>().AddSingleton<Approvers>().AddSingleton<Administrators>().AddSingleton<RemainingHolders>()
        .AddSingleton<Places>().AddSingleton<PlaceNames>().AddSingleton<ReadableLists>().AddSingleton<AdministeredPlaces>()
        .AddSingleton<PendingExtensions>().AddSingleton<Sights>();

    private static IServiceCollection AddProvisioning(this IServiceCollection services) => services
        .AddSingleton<TargetDrivers>().AddSingleton<KeptTargets>().AddSingleton<LedgerReader>().AddSingleton<EntitlementConverger>()
        .AddSingleton<SweepTarget>().AddSingleton<FollowSource>().AddSingleton<SyncTarget>().AddSingleton<TargetLane>().AddSingleton<SourceLane>()
        .AddSingleton<TargetAccess>().AddSingleton<TargetAskReader>().AddSingleton<SaveTarget>().AddSingleton<RemoveTarget>()
        .AddSingleton<CheckTarget>().AddSingleton<SaveMapping>().AddSingleton<RemoveMapping>().AddSingleton<PlanTarget>()
        .AddSingleton<ChangeTargetState>().AddSingleton<WakeTarget>().AddSingleton<ListTargets>().AddSingleton<GetTarget>()
        .AddSingleton<ListLedger>().AddSingleton<GetProgress>().AddSingleton<FindAwaited>().AddSingleton<ListCredentialTargets>()
        .AddSingleton<GetPublishedFile>().AddSingleton<ResolveDrift>().AddSingleton<IssueCredential>();

    private static IServiceCollection AddApps(this IServiceCollection services) => services
        .AddSingleton<AppAskReader>().AddSingleton<AppRights>()
        .AddSingleton<ListApps>().AddSingleton<RegisterApp>().AddSingleton<ChangeApp>().AddSingleton<RemoveApp>()
        .AddSingleton<AddAppSecret>().AddSingleton<RemoveAppSecret>().AddSingleton<ForgetTokens>();

    private static IServiceCollection AddSettings(this IServiceCollection services) => services
        .AddSingleton<ListRoleSettings>().AddSingleton<ChangeRoleSettings>().AddSingleton<ResetRoleSettings>()
        .AddSingleton<ListLapsedSettings>().AddSingleton<ImportSettings>();

    private static IServiceCollection AddAlerts(this IServiceCollection services) => services
        .AddSingleton<AlertAccess>().AddSingleton<AlertFinder>().AddSingleton<AlertScanner>().AddSingleton<IncidentNames>()
        .AddSingleton<TargetTroubles>().AddSingleton<WatchTargets>()
        .AddSingleton<ListAlerts>().AddSingleton<ListIncidents>().AddSingleton<GetIncident>()
        .AddSingleton<WatchAlerts>().AddSingleton<ScanAlerts>().AddSingleton<DismissAlert>().AddSingleton<ConfigureAlert>()
        .AddSingleton<RemediateIncident>().AddSingleton<GetAlertOperation>().AddSingleton<ListAlertOperations>();

    private static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddSingleton<ActivationFactsReader>().AddSingleton<ActivateRole>().AddSingleton<ActivationPreviews>().AddSingleton<PreviewActivation>()
        .AddSingleton<ExplainActivation>().AddSingleton<SimulatePolicy>()
        .AddSingleton<DeactivateRole>().AddSingleton<DecideRequest>().AddSingleton<CancelRequest>()
        .AddSingleton<AssignmentFactsReader>().AddSingleton<AssignRole>().AddSingleton<ImportAssignments>().AddSingleton<ChangeAssignment>()
        .AddSingleton<AskExtension>().AddSingleton<ExtendRole>().AddSingleton<GetExtension>().AddSingleton<DecideExtension>().AddSingleton<RemoveAssignment>()
        .AddSingleton<RehearseRequest>().AddSingleton<NamedRequests>().AddSingleton<SubmitRequest>().AddSingleton<GetRequest>().AddSingleton<ListRequests>()
        .AddSingleton<ListRequestsAround>().AddSingleton<DescribeRequest>().AddSingleton<GetApproval>().AddSingleton<ListApprovals>().AddSingleton<ListActivationApprovals>()
        .AddSingleton<ExpireApproval>().AddSingleton<BeginAssignment>().AddSingleton<TellEnd>();

    private static IServiceCollection AddAssignments(this IServiceCollection services) => services
        .AddSingleton<ListMyRoles>().AddSingleton<ListAssignments>().AddSingleton<ListSchedules>().AddSingleton<GetOverview>()
        .AddSingleton<GetSchedule>().AddSingleton<FindRelated>()
        .AddSingleton<ListAround>().AddSingleton<GetAssignment>().AddSingleton<GetAssignmentSettings>();

    private static IServiceCollection AddPlaces(this IServiceCollection services) => services
        .AddSingleton<VisibleScopes>().AddSingleton<BrowseScopes>().AddSingleton<FindPlaces>().AddSingleton<GetPlace>().AddSingleton<AddScope>().AddSingleton<ListEligibleChildren>().AddSingleton<ListContainers>().AddSingleton<GetContainer>()
        .AddSingleton<ListGroups>().AddSingleton<ListGroupMembers>();

    private static IServiceCollection AddRoles(this IServiceCollection services) => services
        .AddSingleton<ListRoles>().AddSingleton<ListRolesAt>().AddSingleton<InstallBuiltInRoles>()
        .AddSingleton<CustomRoles>().AddSingleton<RoleUse>().AddSingleton<SaveRole>().AddSingleton<RemoveRole>()
        .AddSingleton<SaveScope>().AddSingleton<RemoveScope>().AddSingleton<ListScopes>().AddSingleton<ListUnits>()
        .AddSingleton<ScopePlanner>().AddSingleton<ImportScopes>().AddSingleton<ImportRoles>();

    private static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<FindPrincipals>().AddSingleton<ListPrincipals>().AddSingleton<GetPrincipal>().AddSingleton<CreateFirstAdministrator>()
        .AddSingleton<ImportPlanner>().AddSingleton<LastAdministrators>().AddSingleton<PlannedPeopleWriter>().AddSingleton<ImportPeople>().AddSingleton<ImportPrincipals>().AddSingleton<ImportMemberships>()
        .AddSingleton<FindDirectoryItems>().AddSingleton<ListMemberships>().AddSingleton<GroupMemberships>().AddSingleton<PermanentAdministrators>()
        .AddSingleton<AddGroupMember>().AddSingleton<RemoveGroupMember>()
        .AddSingleton<SyncReader>().AddSingleton<SyncWriter>().AddSingleton<SynchroniseDirectory>();

    private static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<AccountNotices>().AddSingleton<RecordAccountEvent>()
        .AddSingleton<AskForPassword>().AddSingleton<InvitePeople>().AddSingleton<IssuePasswordLink>().AddSingleton<TellPasswordChanged>();

    private static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<RequestMails>().AddSingleton<AccountMails>().AddSingleton<DigestMails>()
        .AddSingleton<RemindOfEnd>().AddSingleton<SendDigest>()
        .AddSingleton<SendMail>().AddSingleton<ListMailbox>().AddSingleton<GetMail>().AddSingleton<ListFailingWork>();
}
