using System.Diagnostics;
using System.Globalization;
using Regent.Core.Assignments;
using Regent.Core.Audit;

namespace Regent.Core.Requests;

/// <summary>Turns what happened to requests into entries of the record (specification, section 8).</summary>
public static class RequestRecord
{
    private const string RequestIdKey = "RequestId";

    /// <summary>One entry per event.</summary>
    /// <param name="change">What happened.</param>
    /// <param name="story">The request whose story this belongs to: for an end, the one that made the assignment.</param>
    /// <param name="now">When it is written.</param>
    public static IEnumerable<AuditEntry> Entries(RequestChange change, RequestId story, DateTimeOffset now) =>
        change.Events.Select(happened => AuditEntry.Of(now, Activity(change.Request, happened.Kind), happened.Actor) with
        {
            At = happened.At,
            Result = ResultOf(happened.Kind),
            Subject = change.Request.Principal,
            Role = change.Request.Role,
            Scope = change.Request.Scope,
            CorrelationId = story.Value,
            Reason = happened.Reason,
            Details = Details(change),
        });

    /// <summary>Whether an entry is about this request itself, rather than about another one of the same story.</summary>
    public static bool IsAbout(AuditEntry entry, RequestId request) =>
        entry.Details.GetValueOrDefault(RequestIdKey) == request.ToString();

    private static AuditResult ResultOf(RequestEventKind kind) => kind switch
    {
        RequestEventKind.Failed => AuditResult.Failure,
        RequestEventKind.ApprovalExpired => AuditResult.Timeout,
        _ => AuditResult.Success,
    };

    private static string Activity(ScheduleRequest request, RequestEventKind kind) => kind == RequestEventKind.Kept ? OfKeeping(request) : request.Action switch
    {
        RequestAction.SelfActivate => OfActivation(kind),
        RequestAction.SelfExtend when request.ExtendsActivation => OfActivationExtension(kind),
        RequestAction.SelfExtend or RequestAction.AdminExtend => OfChange(
            request, kind, step => AuditActivities.Change(request.Kind == ScheduleKind.Eligibility, step, AuditActivities.Extended)),
        RequestAction.AdminUpdate => OfChange(
            request, kind, step => AuditActivities.Change(request.Kind == ScheduleKind.Eligibility, step, AuditActivities.Updated)),
        RequestAction.SelfRenew or RequestAction.AdminRenew => OfChange(
            request, kind, step => AuditActivities.Renewal(request.Kind == ScheduleKind.Eligibility, step)),
        RequestAction.SelfDeactivate => kind == RequestEventKind.Asked
            ? AuditActivities.DeactivationRequested
            : AuditActivities.DeactivationCompleted,
        RequestAction.AdminAssign => OfAssignment(request, kind),
        RequestAction.AdminRemove => OfRemoval(request, kind),
    };

    private static string OfKeeping(ScheduleRequest request) =>
        AuditActivities.Change(request.Kind == ScheduleKind.Eligibility, AuditActivities.Completed, AuditActivities.Updated);

    private static string OfActivation(RequestEventKind kind) => kind switch
    {
        RequestEventKind.Asked => AuditActivities.ActivationRequested,
        RequestEventKind.ApprovalRequested => AuditActivities.ApprovalRequested,
        RequestEventKind.Approved => AuditActivities.ActivationApproved,
        RequestEventKind.Denied => AuditActivities.ActivationDenied,
        RequestEventKind.ApprovalExpired => AuditActivities.ActivationRequestExpired,
        RequestEventKind.Canceled => AuditActivities.ActivationCanceled,
        RequestEventKind.Completed or RequestEventKind.Failed => AuditActivities.ActivationCompleted,
        RequestEventKind.Expired => AuditActivities.ActivationExpired,
        RequestEventKind.Shortened => AuditActivities.ActivationShortened,
        RequestEventKind.Ended => AuditActivities.RemovalCompleted(eligible: false, permanent: false),
        _ => throw new UnreachableException(),
    };

    private static string OfActivationExtension(RequestEventKind kind) => kind switch
    {
        RequestEventKind.Asked => AuditActivities.ExtensionRequested,
        RequestEventKind.Canceled => AuditActivities.ExtensionCanceled,
        RequestEventKind.Completed or RequestEventKind.Failed => AuditActivities.ExtensionCompleted,
        _ => OfActivation(kind),
    };

    // One that was agreed to with another kind, or after the end, made a schedule of its own, whose end is that of any assignment.
    private static string OfChange(ScheduleRequest request, RequestEventKind kind, Func<string, string> named) => kind switch
    {
        RequestEventKind.Asked => named(AuditActivities.Requested),
        RequestEventKind.Canceled => named(AuditActivities.Canceled),
        RequestEventKind.Approved => AuditActivities.ApprovedByAdministrator,
        RequestEventKind.Denied => AuditActivities.DeniedByAdministrator,
        RequestEventKind.Expired or RequestEventKind.Ended => OfAssignment(request, kind),
        _ => named(AuditActivities.Completed),
    };

    private static string OfAssignment(ScheduleRequest request, RequestEventKind kind)
    {
        var eligible = request.Kind == ScheduleKind.Eligibility;
        var permanent = request.Expiration is null or Expiration.Never;
        return kind switch
        {
            RequestEventKind.Asked => AuditActivities.AssignmentRequested(eligible, permanent),
            RequestEventKind.Canceled => AuditActivities.AssignmentCanceled(eligible, permanent),
            RequestEventKind.Expired or RequestEventKind.Ended => AuditActivities.RemovalCompleted(eligible, permanent),
            _ => AuditActivities.AssignmentCompleted(eligible, permanent),
        };
    }

    private static string OfRemoval(ScheduleRequest request, RequestEventKind kind)
    {
        var eligible = request.Kind == ScheduleKind.Eligibility;
        return kind == RequestEventKind.Asked
            ? AuditActivities.RemovalRequested(eligible, request.RemovesPermanent)
            : AuditActivities.RemovalCompleted(eligible, request.RemovesPermanent);
    }

    private static Dictionary<string, string> Details(RequestChange change)
    {
        var schedule = change.Added ?? change.Changed ?? change.Ended;
        var period = schedule is { NeverBegins: true } ? schedule.Period : schedule?.Effective;
        var facts = new (string Key, string? Value)[]
        {
            (RequestIdKey, change.Request.Id.ToString()),
            ("StartTime", Text(period?.Start)),
            ("ExpirationTime", Text(period?.End)),
            ("TicketNumber", change.Request.Ticket?.Number),
            ("TicketSystem", change.Request.Ticket?.System),
        };
        return facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).ToDictionary(fact => fact.Key, fact => fact.Value!);
    }

    private static string? Text(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
