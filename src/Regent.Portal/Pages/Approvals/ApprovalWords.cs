using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Approvals;

/// <summary>Sentences about requests that wait or were decided.</summary>
internal static class ApprovalWords
{
    /// <summary>What became of a request, and by whom: "Grace Hopper approved Alan Turing's request for Exchange Administrator".</summary>
    public static string Sentence(RequestStory story, PrincipalId reader)
    {
        var request = story.Listing.Request;
        var what = $"{story.Listing.Principal.DisplayName}'s request for {story.Listing.Role.DisplayName}";
        return request switch
        {
            { Approval.Decision: { } decision } => $"{NameOf(story, decision.By, reader)} {(decision.Approved ? "approved" : "denied")} {what}",
            { Status: RequestStatus.TimedOut } => $"Nobody answered {what} in time",
            { Status: RequestStatus.Canceled } => $"{what} was withdrawn",
            _ => $"{what} no longer waits",
        };
    }

    /// <summary>What came of the reader's own decision, in one sentence.</summary>
    public static string Sentence(DecisionResult result)
    {
        var who = result.Listing.Principal.DisplayName;
        var role = result.Listing.Role.DisplayName;
        return result.Outcome switch
        {
            Outcome<ScheduleRequest>.Refused refused => string.Join(" ", refused.Reasons.Select(reason => reason.Message)),
            _ when !result.Approve => $"{who} is told that {role} was denied, and why.",
            Outcome<ScheduleRequest>.Done { Value.Status: RequestStatus.Granted } => $"{role} begins for {who} at the wished start.",
            _ => $"{role} is active for {who}.",
        };
    }

    /// <summary>How what is asked compares with the last time.</summary>
    public static string LastTime(Schedule? last, ScheduleRequest request, DateTimeOffset now)
    {
        if (last?.Effective.End is not { } end)
        {
            return "Has not held this role before.";
        }

        var length = end - last.Effective.Start;
        var compared = request.Duration switch
        {
            { } asked when asked > length + TimeSpan.FromMinutes(1) => $" Now {Durations.Length(asked)}, longer than then.",
            _ => "",
        };

        return $"Last held {Durations.Away(end - now)} for {Durations.Length(length)}.{compared}";
    }

    /// <summary>Who somebody is beside their name.</summary>
    public static string Standing(Principal person)
    {
        string?[] parts = [person.JobTitle, person.Department, person.UserPrincipalName?.Value];

        return string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    private static string NameOf(RequestStory story, PrincipalId by, PrincipalId reader) =>
        by == reader
            ? "You"
            : story.Entries.Select(entry => entry.Actor).FirstOrDefault(actor => actor?.Id == by)?.DisplayName ?? "Somebody else";
}
