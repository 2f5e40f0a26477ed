using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Portal.Parts;

/// <summary>Tells the record of a request in sentences, first what happened and then what it waits for.</summary>
public static class StoryLines
{
    /// <summary>The lines, oldest first.</summary>
    /// <param name="story">The request with its record.</param>
    /// <param name="reader">To whom it is told; they are "you".</param>
    /// <param name="now">The moment.</param>
    /// <param name="landed">Where it lands, and how far it has got there.</param>
    public static IReadOnlyList<StoryLine> Of(RequestStory story, PrincipalId reader, DateTimeOffset now, IReadOnlyList<LandedLine> landed) =>
    [
        .. story.Entries.Select(entry => Past(story, entry, reader) with { IsExact = landed.Count > 0 }),
        .. landed.Select(line => new StoryLine(line.Words, line.Of, line.FailingSince ?? line.At, line.Said) { IsExact = true }),
        .. Ahead(story, now),
    ];

    private static StoryLine Past(RequestStory story, AuditListing listing, PrincipalId reader)
    {
        var entry = listing.Entry;
        var who = listing.Actor is null ? "Regent" : Name(listing.Actor, reader);
        var (title, meaning) = entry.Activity switch
        {
            _ when entry.Result == AuditResult.Failure => ("It could not begin", Meaning.Denied),
            AuditActivities.ActivationRequested => ($"{who} asked", Meaning.Info),
            AuditActivities.ApprovalRequested => ($"{Told(story, reader)} asked to approve", Meaning.Pending),
            AuditActivities.ActivationApproved => ($"{who} approved", Meaning.InEffect),
            AuditActivities.ActivationDenied => ($"{who} denied", Meaning.Denied),
            AuditActivities.ActivationRequestExpired => ("Nobody answered in time", Meaning.Over),
            AuditActivities.ActivationCanceled => ($"{who} withdrew the request", Meaning.Over),
            AuditActivities.ActivationCompleted => ("In effect", Meaning.InEffect),
            AuditActivities.ActivationExpired => ("Ended, its time was up", Meaning.Over),
            AuditActivities.ExtensionRequested => ($"{who} asked to keep it longer", Meaning.Info),
            AuditActivities.ExtensionCompleted => ("Extended", Meaning.InEffect),
            AuditActivities.ExtensionCanceled => ($"{who} withdrew the request", Meaning.Over),
            AuditActivities.ActivationShortened => ("It ends earlier now", Meaning.EndingSoon),
            AuditActivities.ApprovedByAdministrator => ($"{who} approved", Meaning.InEffect),
            AuditActivities.DeniedByAdministrator => ($"{who} denied", Meaning.Denied),
            AuditActivities.DeactivationRequested => ($"{who} asked to end it", Meaning.Info),
            AuditActivities.DeactivationCompleted => ($"{who} ended it", Meaning.Over),
            var other => Administrative(other, who),
        };

        // The reason is said once, by whoever gave it; what Regent does because of it does not repeat it.
        var said = listing.Actor is null || title == "In effect" || entry.Activity == AuditActivities.ApprovalRequested ? null : entry.Reason;

        return new StoryLine(title, meaning, entry.At, said);
    }

    private static (string Title, Meaning Meaning) Administrative(string activity, string who) => activity switch
    {
        _ when Is(activity, AuditActivities.AssignmentRequested) => ($"{who} asked to assign", Meaning.Info),
        _ when Is(activity, AuditActivities.AssignmentCompleted) => ("Assigned", Meaning.InEffect),
        _ when Is(activity, AuditActivities.AssignmentCanceled) => ($"{who} withdrew the assignment", Meaning.Over),
        _ when Is(activity, AuditActivities.Extended, AuditActivities.Requested) => ($"{who} asked to extend it", Meaning.Info),
        _ when Is(activity, AuditActivities.Extended, AuditActivities.Completed) => ("Extended", Meaning.InEffect),
        _ when Is(activity, AuditActivities.Updated, AuditActivities.Requested) => ($"{who} asked to change it", Meaning.Info),
        _ when Is(activity, AuditActivities.Updated, AuditActivities.Completed) => ("Changed", Meaning.InEffect),
        _ when IsRenewal(activity, AuditActivities.Requested) => ($"{who} asked to renew it", Meaning.Info),
        _ when IsRenewal(activity, AuditActivities.Completed) => ("Given again", Meaning.InEffect),
        _ when Is(activity, AuditActivities.Extended, AuditActivities.Canceled) || IsRenewal(activity, AuditActivities.Canceled) =>
            ($"{who} withdrew the request", Meaning.Over),
        _ when Is(activity, AuditActivities.RemovalRequested) => ($"{who} asked to remove it", Meaning.Info),
        _ when Is(activity, AuditActivities.RemovalCompleted) => (who == "Regent" ? "Ended" : $"{who} ended it", Meaning.Over),
        _ => (activity, Meaning.Info),
    };

    private static bool Is(string activity, Func<bool, bool, string> name) =>
        activity == name(true, true) || activity == name(true, false) || activity == name(false, true) || activity == name(false, false);

    private static bool Is(string activity, string how, string step) =>
        activity == AuditActivities.Change(eligible: true, step, how) || activity == AuditActivities.Change(eligible: false, step, how);

    private static bool IsRenewal(string activity, string step) =>
        activity == AuditActivities.Renewal(eligible: true, step) || activity == AuditActivities.Renewal(eligible: false, step);

    private static string Told(RequestStory story, PrincipalId reader)
    {
        var asked = story.Told.Where(told => told.Mail.Kind == NoticeKind.ApprovalNeeded)
            .Select(told => Name(told.Recipient, reader)).Distinct().ToList();

        return asked switch
        {
            [] => "Nobody could be",
            [var only] => only == "You" ? "You were" : $"{only} was",
            _ => $"{Words.List(asked)} were",
        };
    }

    private static IEnumerable<StoryLine> Ahead(RequestStory story, DateTimeOffset now)
    {
        var request = story.Listing.Request;
        if (request.Status == RequestStatus.PendingAdminDecision)
        {
            yield return new StoryLine("Waits for an administrator", Meaning.Pending, At: null, Said: null);
        }
        else if (request is { IsPending: true, Approval.ExpiresAt: { } lapses })
        {
            yield return new StoryLine("Waits for an answer, and lapses without one", Meaning.Pending, lapses, Said: null);
        }
        else if (story.Listing.Schedule is { } made && made.IsOpenAt(now) && request.Action is not (RequestAction.SelfDeactivate or RequestAction.AdminRemove))
        {
            if (!made.IsInForceAt(now))
            {
                yield return new StoryLine("Begins", Meaning.Pending, made.Effective.Start, Said: null);
            }

            if (made.Effective.End is { } end)
            {
                yield return new StoryLine("Ends", Meaning.Pending, end, Said: null);
            }
        }
    }

    private static string Name(Principal person, PrincipalId reader) => person.Id == reader ? "You" : person.DisplayName;
}
