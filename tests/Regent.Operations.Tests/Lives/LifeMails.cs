using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;

namespace Regent.Operations.Tests.Lives;

/// <summary>
/// Says, in plain words and apart from the code under test, who must have been written to: at each step those who decide or are told, and
/// when all is over, each person once about everything that came of what they asked or were given.
/// </summary>
internal sealed class LifeMails(Office office, PrincipalId group)
{
    /// <summary>What was asked, answered, begun or given in one step, told to all it concerns and to nobody else.</summary>
    public async Task CheckAsync(Snapshot before)
    {
        var after = await Snapshot.OfAsync(office);
        var was = before.Requests.ToDictionary(request => request.Id, request => request.Status);
        foreach (var request in after.Requests.Where(one => !was.TryGetValue(one.Id, out var status) || status != one.Status))
        {
            var owed = after.Mails.Where(mail => mail.Request == request.Id).ToList();
            foreach (var (kind, people) in await ExpectedAsync(request, isNew: !was.ContainsKey(request.Id)))
            {
                var reached = owed.Where(mail => mail.Kind == kind).Select(mail => mail.Recipient!.Value).ToList();
                Assert.True(
                    people.Count == reached.Count && people.ToHashSet().SetEquals(reached),
                    $"{request.Action} {request.Status} for {request.Principal} at {request.Scope}: {kind} to {string.Join(", ", reached)}, not {string.Join(", ", people)}.");
            }
        }
    }

    /// <summary>Once all time has passed: one mail for each answer, each beginning and each end.</summary>
    public async Task CheckSettledAsync()
    {
        var end = await Snapshot.OfAsync(office);
        var mails = end.Mails.Where(mail => mail.Request is not null).ToLookup(mail => (mail.Request!.Value, mail.Recipient, mail.Kind));
        var schedules = end.Schedules.ToDictionary(one => one.Id);
        foreach (var request in end.Requests.Where(one => one.Principal != group))
        {
            foreach (var (kind, owed) in Ends(request, schedules.GetValueOrDefault(new ScheduleId(request.Id.Value))))
            {
                Assert.True(
                    mails[(request.Id, request.Principal, kind)].Count() == (owed ? 1 : 0),
                    $"{request.Action} {request.Status}: {kind} was {(owed ? "not sent once" : "sent")}.");
            }
        }
    }

    private async Task<IReadOnlyList<(NoticeKind Kind, IReadOnlyList<PrincipalId> People)>> ExpectedAsync(ScheduleRequest request, bool isNew)
    {
        var told = await OfAsync(request.Scope, DirectoryRoles.ToldOfActivations);
        var assignees = await UsersAsync([request.Principal]);
        return request switch
        {
            { Status: RequestStatus.PendingApproval } => [(NoticeKind.ApprovalNeeded, But(await DecidingAsync(request), request.Principal))],
            { Status: RequestStatus.PendingAdminDecision } =>
                [(NoticeKind.ExtensionNeeded, But(await OfAsync(request.Scope, DirectoryRoles.Administrators), request.Principal))],
            { Status: RequestStatus.Provisioned, IsActivation: true } => [(NoticeKind.ActivationAlert, But(told, request.Principal))],
            { Action: RequestAction.AdminAssign or RequestAction.AdminRenew } when isNew =>
                [(NoticeKind.AssignmentAlert, [.. told.Except(assignees)])],
            { Approval.Decision.By: var by, Action: RequestAction.SelfExtend or RequestAction.SelfRenew, ExtendsActivation: false } =>
                [(NoticeKind.ExtensionAlert, But(But(told, request.Principal), by))],
            _ => [],
        };
    }

    private static IEnumerable<(NoticeKind Kind, bool Owed)> Ends(ScheduleRequest request, Schedule? made) => request switch
    {
        { IsActivation: true } =>
        [
            (NoticeKind.Denied, request.Status == RequestStatus.Denied),
            (NoticeKind.RequestExpired, request.Status == RequestStatus.TimedOut),
            (NoticeKind.Failed, request.Status is RequestStatus.Failed or RequestStatus.Revoked),
            (NoticeKind.Activated, request.Status == RequestStatus.Provisioned),
            // What ended in the very moment it began, and so is in no list, may be told of or not.
            .. made is not null ? [(NoticeKind.Ended, request.Status == RequestStatus.Provisioned)] : Array.Empty<(NoticeKind, bool)>(),
        ],
        { Action: RequestAction.SelfExtend or RequestAction.SelfRenew } =>
        [
            (NoticeKind.ExtensionDenied, request.Status == RequestStatus.Denied),
            (NoticeKind.ExtensionApproved, request.Approval?.Decision?.Approved == true),
            .. End(made),
        ],
        _ => End(made),
    };

    private static IEnumerable<(NoticeKind Kind, bool Owed)> End(Schedule? given) =>
        given is { EndedAt: null, Period.IsPermanent: false } ? [(NoticeKind.Expired, true)] : [];

    private async Task<IReadOnlyList<PrincipalId>> DecidingAsync(ScheduleRequest request)
    {
        var settings = (await office.World.Policies.GetAsync(request.Role, request.Scope, Office.Ct)).Activation;
        var named = await UsersAsync(settings.Approvers);
        return named.Count > 0 ? named : await HoldersAsync(DirectoryRoles.Administrators, Scope.Tenant);
    }

    // Nobody manages resources here but the Global Administrators; of a group its owners do.
    private async Task<IReadOnlyList<PrincipalId>> OfAsync(Scope scope, IReadOnlySet<RoleDefinitionId> ofTenant) => scope.System switch
    {
        RoleSystem.Resources => await HoldersAsync(new HashSet<RoleDefinitionId> { DirectoryRoles.GlobalAdministrator }, Scope.Tenant),
        RoleSystem.Groups when await HoldersAsync(new HashSet<RoleDefinitionId> { GroupRoles.Owner }, scope) is { Count: > 0 } owners => owners,
        RoleSystem.Groups => await HoldersAsync(DirectoryRoles.Administrators, Scope.Tenant),
        _ => await HoldersAsync(ofTenant, Scope.Tenant),
    };

    private async Task<IReadOnlyList<PrincipalId>> HoldersAsync(IReadOnlySet<RoleDefinitionId> roles, Scope scope)
    {
        var now = await Snapshot.OfAsync(office);
        return await UsersAsync(
        [
            .. now.Schedules.Where(one => one.Kind == ScheduleKind.Assignment && roles.Contains(one.Role) && one.Scope == scope && one.IsInForceAt(office.Now))
                .Select(one => one.Principal).Distinct(),
        ]);
    }

    private async Task<IReadOnlyList<PrincipalId>> UsersAsync(IReadOnlyList<PrincipalId> ids) =>
        [.. (await office.World.Directory.EnabledUsersInAsync(ids, office.Now, Office.Ct)).Select(person => person.Id)];

    private static IReadOnlyList<PrincipalId> But(IReadOnlyList<PrincipalId> people, PrincipalId one) => [.. people.Where(id => id != one)];
}
