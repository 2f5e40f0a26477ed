using Regent.Operations.Notifications;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages.Audit;

/// <summary>Sentences about due work that fails.</summary>
internal static class FailingWords
{
    /// <summary>All of it in a few words: "12 mails cannot be sent".</summary>
    public static string Sum(IReadOnlyList<FailingWork> failing) => failing.Select(work => work.Kind).Distinct().ToList() switch
    {
        [var only] => Of(only, failing.Sum(work => work.Count)),
        _ => $"{failing.Sum(work => work.Count)} pieces of due work keep failing",
    };

    /// <summary>What fails for one reason.</summary>
    public static string Of(FailingWork work) => Of(work.Kind, work.Count);

    private static string Of(AgendaKind kind, int count) => (kind, count) switch
    {
        (AgendaKind.SendMail, 1) => "1 mail cannot be sent",
        (AgendaKind.SendMail, _) => $"{count} mails cannot be sent",
        (AgendaKind.ExpireApproval, 1) => "1 request that nobody answered cannot be closed",
        (AgendaKind.ExpireApproval, _) => $"{count} requests that nobody answered cannot be closed",
        (AgendaKind.BeginAssignment, 1) => "1 planned assignment cannot begin",
        (AgendaKind.BeginAssignment, _) => $"{count} planned assignments cannot begin",
        (AgendaKind.TellEnd, 1) => "1 end cannot be put on record",
        (AgendaKind.TellEnd, _) => $"{count} ends cannot be put on record",
        (AgendaKind.RemindOfEnd or AgendaKind.RemindOfEndAgain or AgendaKind.RemindOfNearEnd, 1) => "1 reminder of an end cannot be made out",
        (AgendaKind.RemindOfEnd or AgendaKind.RemindOfEndAgain or AgendaKind.RemindOfNearEnd, _) => $"{count} reminders of ends cannot be made out",
        (AgendaKind.SendDigest, _) => "The weekly digest cannot be made out",
        (AgendaKind.ScanAlerts, _) => "The daily scan for alerts cannot be done",
        (AgendaKind.ForgetTokens, _) => "Tokens that have ended cannot be forgotten",
    };
}
