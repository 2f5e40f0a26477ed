using Regent.Core.Assignments;

namespace Regent.Core.Requests;

/// <summary>Says which mails a change of an activation owes: one per person and event, however many ways lead to them.</summary>
public static class RequestNotices
{
    public static IReadOnlyList<Notice> Owed(RequestChange change, Audience audience) =>
        change.Request.IsActivation || change.Request.Action == RequestAction.SelfDeactivate || EndsActivation(change)
            ? [.. change.Events.SelectMany(happened => Owed(change, happened.Kind, audience)).Distinct()]
            : [];

    private static bool EndsActivation(RequestChange change) =>
        change.Ended?.Type == AssignmentType.Activated;

    private static IEnumerable<Notice> Owed(RequestChange change, RequestEventKind happened, Audience audience)
    {
        var requestor = change.Request.Principal;
        var activates = change.Request.IsActivation;
        return happened switch
        {
            RequestEventKind.ApprovalRequested => audience.Approvers.Select(to => new Notice(NoticeKind.ApprovalNeeded, to)),
            RequestEventKind.Approved when change.Request.Status == RequestStatus.Granted => [new Notice(NoticeKind.Approved, requestor)],
            RequestEventKind.Denied => [new Notice(NoticeKind.Denied, requestor)],
            RequestEventKind.ApprovalExpired => [new Notice(NoticeKind.RequestExpired, requestor)],
            RequestEventKind.Completed when activates =>
                [
                    new Notice(NoticeKind.Activated, requestor),
                    .. audience.Administrators.Where(to => to != requestor).Select(to => new Notice(NoticeKind.ActivationAlert, to)),
                ],
            RequestEventKind.Shortened => [],
            RequestEventKind.Failed => [new Notice(NoticeKind.Failed, requestor)],
            RequestEventKind.Completed when change.Ended is { NeverBegins: true } => [new Notice(NoticeKind.Failed, requestor)],
            RequestEventKind.Completed or RequestEventKind.Expired or RequestEventKind.Ended => [new Notice(NoticeKind.Ended, requestor)],
            _ => [],
        };
    }
}
