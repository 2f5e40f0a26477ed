using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Core.Requests;

/// <summary>
/// Says which mails are owed, by rules 9 to 17 of the role's settings: one per person and event, however many ways lead to them
/// (specification, section 5). The answer to one's own ask comes whatever the settings say.
/// </summary>
public static class RequestNotices
{
    /// <summary>The mails one step of a request owes.</summary>
    public static IReadOnlyList<Notice> Owed(RequestChange change, Audience audience) =>
        Once(change.Events.SelectMany(happened => OfEvent(change, happened, audience)), audience);

    /// <summary>The mails that remind of the coming end of what an administrator gave (specification, section 5.4).</summary>
    public static IReadOnlyList<Notice> OfComingEnd(Schedule given, Audience audience) =>
        Once(Told(audience, Rules(audience, given.Kind), NoticeKind.Expiring, NoticeKind.ExpiringAlert), audience);

    /// <summary>The mail that says an activation ends soon.</summary>
    public static IReadOnlyList<Notice> OfNearEnd(Audience audience) =>
        Once(audience.Settings.Activation.Assignee.Owed(NoticeKind.EndingSoon, audience.Assignees), audience);

    private static IEnumerable<Notice> OfEvent(RequestChange change, RequestEvent happened, Audience audience)
    {
        var request = change.Request;
        if (request.IsActivation || request.Action == RequestAction.SelfDeactivate || change.Ended?.Type == AssignmentType.Activated)
        {
            return OfActivation(change, happened.Kind, audience);
        }

        if (happened.Kind == RequestEventKind.Kept)
        {
            return Told(audience, Rules(audience, request.Kind), NoticeKind.Changed, NoticeKind.ChangeAlert);
        }

        return request.Action is RequestAction.SelfExtend or RequestAction.SelfRenew
            ? OfExtension(request, happened, audience)
            : OfGiven(request, happened, audience);
    }

    private static IEnumerable<Notice> OfActivation(RequestChange change, RequestEventKind happened, Audience audience)
    {
        var requestor = change.Request.Principal;
        var rules = audience.Settings.Activation;
        return happened switch
        {
            RequestEventKind.ApprovalRequested => rules.Approvers.Owed(NoticeKind.ApprovalNeeded, audience.Approvers),
            RequestEventKind.Approved when change.Request.Status == RequestStatus.Granted => [Notice.To(NoticeKind.Approved, requestor)],
            RequestEventKind.Denied => [Notice.To(NoticeKind.Denied, requestor)],
            RequestEventKind.ApprovalExpired => [Notice.To(NoticeKind.RequestExpired, requestor)],
            RequestEventKind.Completed when change.Request.IsActivation =>
                Told(audience, rules, NoticeKind.Activated, NoticeKind.ActivationAlert),
            RequestEventKind.Failed => [Notice.To(NoticeKind.Failed, requestor)],
            RequestEventKind.Completed when change.Ended is { NeverBegins: true } => [Notice.To(NoticeKind.Failed, requestor)],
            RequestEventKind.Completed or RequestEventKind.Expired or RequestEventKind.Ended =>
                rules.Assignee.Owed(NoticeKind.Ended, audience.Assignees),
            _ => [],
        };
    }

    private static IEnumerable<Notice> OfExtension(ScheduleRequest request, RequestEvent happened, Audience audience)
    {
        var rules = Rules(audience, request.Kind);
        return happened.Kind switch
        {
            RequestEventKind.Asked => rules.Approvers.Owed(NoticeKind.ExtensionNeeded, audience.Approvers),
            RequestEventKind.Approved => Answered(NoticeKind.ExtensionApproved),
            RequestEventKind.Denied => Answered(NoticeKind.ExtensionDenied),
            RequestEventKind.Expired => Told(audience, rules, NoticeKind.Expired, NoticeKind.ExpiredAlert),
            _ => [],
        };

        // All other administrators hear of it too, so that none of them decides what is decided.
        IEnumerable<Notice> Answered(NoticeKind answer) =>
        [
            Notice.To(answer, request.Principal),
            .. rules.Administrators.Owed(NoticeKind.ExtensionAlert, Others(audience.Administrators, happened.Actor)),
        ];
    }

    private static IEnumerable<Notice> OfGiven(ScheduleRequest request, RequestEvent happened, Audience audience)
    {
        var rules = Rules(audience, request.Kind);
        return (request.Action, happened.Kind) switch
        {
            (RequestAction.AdminAssign or RequestAction.AdminRenew, RequestEventKind.Asked) =>
                Told(audience, rules, NoticeKind.Assigned, NoticeKind.AssignmentAlert),
            (RequestAction.AdminUpdate or RequestAction.AdminExtend, RequestEventKind.Asked) => Told(
                audience with { Administrators = Others(audience.Administrators, happened.Actor) }, rules, NoticeKind.Changed, NoticeKind.ChangeAlert),
            (RequestAction.AdminRemove, RequestEventKind.Asked) => rules.Assignee.Owed(NoticeKind.Removed, audience.Assignees),
            (_, RequestEventKind.Expired) => Told(audience, rules, NoticeKind.Expired, NoticeKind.ExpiredAlert),
            _ => [],
        };
    }

    private static EventNotifications Rules(Audience audience, ScheduleKind kind) =>
        kind == ScheduleKind.Eligibility ? audience.Settings.Eligibility : audience.Settings.Assignment;

    private static IEnumerable<Notice> Told(Audience audience, EventNotifications rules, NoticeKind toAssignee, NoticeKind toAdministrators) =>
        [.. rules.Assignee.Owed(toAssignee, audience.Assignees), .. rules.Administrators.Owed(toAdministrators, audience.Administrators)];

    private static IReadOnlyList<Principal> Others(IReadOnlyList<Principal> people, PrincipalId? but) =>
        [.. people.Where(person => person.Id != but)];

    private static IEnumerable<Notice> Owed(this NotificationRule rule, NoticeKind kind, IReadOnlyList<Principal> byDefault) =>
        rule.Sends(kind)
            ?
            [
                .. rule.HasDefaultRecipients ? byDefault.Select(person => Notice.To(kind, person.Id)) : [],
                .. rule.AdditionalRecipients.Select(address => new Notice(kind, Person: null, address)),
            ]
            : [];

    private static bool Sends(this NotificationRule rule, NoticeKind kind) => rule.Level switch
    {
        NotificationLevel.All => true,
        NotificationLevel.Critical => kind is NoticeKind.ApprovalNeeded or NoticeKind.ExtensionNeeded,
        NotificationLevel.None => false,
    };

    // The first reason to write to somebody is the nearest to them. An address of somebody who is written to anyway is no second way.
    private static IReadOnlyList<Notice> Once(IEnumerable<Notice> notices, Audience audience)
    {
        var all = notices.ToList();
        var people = all.Where(notice => notice.Person is not null).DistinctBy(notice => notice.Person).ToList();
        var reached = people.Select(notice => notice.Person).ToHashSet();
        var known = audience.Assignees.Concat(audience.Approvers).Concat(audience.Administrators)
            .Where(person => reached.Contains(person.Id) && person.Address is not null)
            .Select(person => person.Address!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. people,
            .. all.Where(notice => notice.Address is { } address && !known.Contains(address))
                .DistinctBy(notice => notice.Address, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
