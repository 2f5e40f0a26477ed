using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Alerts;
using Regent.Operations.Apps;
using Regent.Operations.Notifications;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Operations.Agenda;

/// <summary>Knows which operation each kind of due work is. Each is safe to run twice.</summary>
public sealed class DueWork(
    SendMail sendMail, ExpireApproval expireApproval, BeginAssignment beginAssignment, TellEnd tellEnd, RemindOfEnd remind, SendDigest sendDigest,
    WatchAlerts watchAlerts, ForgetTokens forgetTokens)
{
    /// <summary>Does it; throws when it could not be done and must be tried again.</summary>
    public Task PerformAsync(AgendaItem item, CancellationToken ct) => item.Kind switch
    {
        AgendaKind.SendMail => sendMail.ExecuteAsync(item.Subject, ct),
        AgendaKind.ExpireApproval => expireApproval.ExecuteAsync(new RequestId(item.Subject), ct),
        AgendaKind.BeginAssignment => beginAssignment.ExecuteAsync(new RequestId(item.Subject), ct),
        AgendaKind.TellEnd => tellEnd.ExecuteAsync(new ScheduleId(item.Subject), ct),
        AgendaKind.RemindOfEnd => remind.FirstAsync(new ScheduleId(item.Subject), ct),
        AgendaKind.RemindOfEndAgain => remind.LastAsync(new ScheduleId(item.Subject), ct),
        AgendaKind.RemindOfNearEnd => remind.NearAsync(new ScheduleId(item.Subject), ct),
        AgendaKind.SendDigest => sendDigest.ExecuteAsync(item.Subject, ct),
        AgendaKind.ScanAlerts => watchAlerts.ExecuteAsync(ct),
        AgendaKind.ForgetTokens => forgetTokens.ExecuteAsync(ct),
    };
}
