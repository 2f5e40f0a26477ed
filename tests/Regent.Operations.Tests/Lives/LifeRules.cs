using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;

namespace Regent.Operations.Tests.Lives;

/// <summary>What must be true after every step, whatever the step was.</summary>
internal sealed class LifeRules(Office office, IReadOnlyList<Thing> things)
{
    private readonly Dictionary<(RoleDefinitionId Role, Scope Scope, int Version), RolePolicy> settings = [];

    public RolePolicy Newest(Thing thing) =>
        office.World.Policies.GetAsync(thing.Role, thing.Scope, Office.Ct).GetAwaiter().GetResult();

    public async Task CheckAsync(Snapshot before, bool refused)
    {
        foreach (var newest in things.Select(Newest))
        {
            settings[(newest.Role, newest.Scope, newest.Version)] = newest;
        }

        var after = await Snapshot.OfAsync(office);
        if (refused)
        {
            Assert.True(after.IsSameAs(before), "What was refused has changed something.");
        }

        NoStateIsLeftButByTheTable(before, after);
        NothingChangesOffTheRecord(before, after);
        NobodyHoldsTheSameTwice(after);
        NoActivationOutlivesItsEligibility(after);
        await EveryActivationInForceRestsOnSomethingAsync(after);
        NobodyDecidedOnTheirOwn(after);
        WhatDemandedApprovalWasApproved(after);
        MailsAreOwedOnce();
        AnAdministratorIsLeft(after);
    }

    /// <summary>What must be true once all time has passed and the worker has done everything.</summary>
    public async Task CheckSettledAsync()
    {
        var end = await Snapshot.OfAsync(office);
        Assert.DoesNotContain(end.Requests, request => request is { IsCancelable: true, Status: not RequestStatus.PendingAdminDecision });
        Assert.Empty(office.Agenda);
        EveryActIsOnRecordOnce();
        Assert.All(office.World.Mails.Mails, mail => Assert.NotNull(mail.SentAt));
        var expiries = office.World.Audit.Entries
            .Where(entry => entry.Activity.EndsWith("(PIM activation expired)", StringComparison.Ordinal)).ToList();
        Assert.Equal(expiries.Count, expiries.DistinctBy(entry => entry.CorrelationId).Count());
        foreach (var over in end.Schedules.Where(one => one is { Type: AssignmentType.Activated, EndedAt: null }))
        {
            var maker = end.Requests.Single(request => request.Id.Value == over.Id.Value);
            Assert.Contains(expiries, entry => entry.CorrelationId == maker.Id.Value);
        }
    }

    // The table of section 3.3; where time passes, several steps of it at once.
    private static void NoStateIsLeftButByTheTable(Snapshot before, Snapshot after)
    {
        var was = before.Requests.ToDictionary(request => request.Id, request => request.Status);
        Assert.All(after.Requests.Where(request => was.ContainsKey(request.Id)), request => Assert.True(
            was[request.Id] == request.Status || Next(was[request.Id]).Contains(request.Status), $"From {was[request.Id]} to {request.Status}."));
        Assert.Equal(before.Requests.Count, after.Requests.Count(request => was.ContainsKey(request.Id)));
    }

    private static RequestStatus[] Next(RequestStatus status) => status switch
    {
        RequestStatus.PendingApproval =>
        [
            RequestStatus.Granted, RequestStatus.Provisioned, RequestStatus.Denied, RequestStatus.TimedOut, RequestStatus.Canceled, RequestStatus.Failed,
        ],
        RequestStatus.PendingAdminDecision => [RequestStatus.Granted, RequestStatus.Provisioned, RequestStatus.Denied, RequestStatus.Canceled],
        RequestStatus.Granted => [RequestStatus.Provisioned, RequestStatus.Failed, RequestStatus.Canceled, RequestStatus.Revoked],
        _ => [],
    };

    // What may happen to one request again and again are only the ends that move.
    private void EveryActIsOnRecordOnce()
    {
        var entries = office.World.Audit.Entries.Where(entry => entry.Details.ContainsKey("RequestId") && entry.Activity != AuditActivities.ActivationShortened)
            .GroupBy(entry => (entry.CorrelationId, entry.Activity, entry.Details["RequestId"]));
        Assert.All(entries, same => Assert.True(same.Count() == 1, $"{same.Key} is on record {same.Count()} times."));
    }

    private static void NothingChangesOffTheRecord(Snapshot before, Snapshot after)
    {
        var was = before.Requests.ToDictionary(request => request.Id);
        var changes = after.Requests.Count(request => !was.TryGetValue(request.Id, out var old) || old.Status != request.Status);
        Assert.True(after.Recorded - before.Recorded >= changes, $"{changes} changes, {after.Recorded - before.Recorded} entries.");

        var ended = after.Schedules.Count(one => one.EndedAt is not null) - before.Schedules.Count(one => one.EndedAt is not null);
        Assert.True(ended <= 0 || after.Recorded > before.Recorded);
    }

    private static void NobodyHoldsTheSameTwice(Snapshot after)
    {
        foreach (var same in after.Schedules.GroupBy(one => (one.Kind, one.Principal, one.Role, one.Scope)))
        {
            var inOrder = same.Where(one => !one.NeverBegins).OrderBy(one => one.Period.Start).ThenBy(one => one.Effective.End).ToList();
            foreach (var (first, second) in inOrder.Zip(inOrder.Skip(1)))
            {
                Assert.True(
                    first.Effective.End is { } end && end <= second.Period.Start, $"{first} and {second} overlap.");
            }
        }
    }

    private static void NoActivationOutlivesItsEligibility(Snapshot after)
    {
        var all = after.Schedules.ToDictionary(one => one.Id);
        foreach (var activation in after.Schedules.Where(one => one.Type == AssignmentType.Activated && !one.NeverBegins))
        {
            var behind = all[activation.ActivatedUsing!.Value];
            Assert.Equal(activation.Role, behind.Role);
            Assert.StartsWith(behind.Scope.Value, activation.Scope.Value, StringComparison.Ordinal);
            Assert.True(behind.Period.Start <= activation.Period.Start);
            Assert.True(
                activation.Effective.End <= (behind.Effective.End ?? DateTimeOffset.MaxValue), $"{activation} outlives {behind}.");
            Assert.True(activation.Effective.End <= LatestGrantedEnd(activation, after), $"{activation} lasts longer than anybody granted.");
        }
    }

    private static DateTimeOffset? LatestGrantedEnd(Schedule activation, Snapshot after) => after.Requests
        .Where(request => request.IsActivation && request.Schedule == activation.Id)
        .Max(request => (request.Id.Value == activation.Id.Value ? activation.Period.Start : request.CompletedAt) + request.Duration);

    private async Task EveryActivationInForceRestsOnSomethingAsync(Snapshot after)
    {
        foreach (var activation in after.Schedules.Where(one => one.Type == AssignmentType.Activated && one.IsInForceAt(office.Now)))
        {
            var behind = after.Schedules.Single(one => one.Id == activation.ActivatedUsing);
            Assert.True(behind.IsInForceAt(office.Now));
            Assert.True((await office.World.Directory.FindAsync(activation.Principal, Office.Ct))!.IsEnabled);
            var groups = await office.World.Directory.GroupsOfAsync(activation.Principal, office.Now, Office.Ct);
            Assert.True(behind.Principal == activation.Principal || groups.ContainsKey(behind.Principal));
        }
    }

    private static void NobodyDecidedOnTheirOwn(Snapshot after) => Assert.All(
        after.Requests, request => Assert.NotEqual(request.Principal, request.Approval?.Decision?.By ?? default(PrincipalId?)));

    private void WhatDemandedApprovalWasApproved(Snapshot after)
    {
        foreach (var request in after.Requests.Where(one => one is { IsActivation: true, Schedule: not null }))
        {
            if (settings[(request.Role, request.Scope.PolicyScope, request.PolicyVersion)].Activation.RequiresApproval)
            {
                Assert.True(request.Approval?.Decision?.Approved);
            }
        }
    }

    private void MailsAreOwedOnce()
    {
        var mails = office.World.Mails.Mails;
        Assert.Equal(mails.Count, mails.DistinctBy(mail => (mail.Kind, mail.Recipient, mail.Address, mail.Request, mail.Occasion)).Count());
    }

    private void AnAdministratorIsLeft(Snapshot after) => Assert.Contains(
        after.Schedules,
        one => one.Role == DirectoryRoles.PrivilegedRoleAdministrator
            && one is { Kind: ScheduleKind.Assignment, Type: AssignmentType.Assigned, Effective.IsPermanent: true }
            && one.IsInForceAt(office.Now));
}
