using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Notifications;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Server.Workers;

/// <summary>Knows which operation each kind of due work is.</summary>
internal sealed class AgendaWork(SendMail sendMail, ExpireApproval expireApproval, BeginAssignment beginAssignment, TellEnd tellEnd)
{
    public Task PerformAsync(AgendaItem item, CancellationToken ct) => item.Kind switch
    {
        AgendaKind.SendMail => sendMail.ExecuteAsync(item.Subject, ct),
        AgendaKind.ExpireApproval => expireApproval.ExecuteAsync(new RequestId(item.Subject), ct),
        AgendaKind.BeginAssignment => beginAssignment.ExecuteAsync(new RequestId(item.Subject), ct),
        AgendaKind.TellEnd => tellEnd.ExecuteAsync(new ScheduleId(item.Subject), ct),
    };
}
