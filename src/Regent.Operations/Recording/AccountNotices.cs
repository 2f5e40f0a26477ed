using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Recording;

/// <summary>Owes people mails about their own accounts. Called inside a unit of work, so that a mail is owed if what it tells of happened.</summary>
public sealed class AccountNotices(IMailStore mails, IAgenda agenda)
{
    public async Task OweAsync(NoticeKind kind, PrincipalId recipient, DateTimeOffset now, CancellationToken ct)
    {
        var mail = new Mail(Guid.CreateVersion7(now), kind, recipient, Request: null, now);
        await mails.AddAsync(mail, ct);
        await agenda.AddAsync(AgendaKind.SendMail, mail.Id, now, now, ct);
    }
}
