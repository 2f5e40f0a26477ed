using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Accounts;

/// <summary>
/// Somebody, of whom only a name is known, asks for a link to choose a password. Whoever asks learns nothing: known or not, it
/// takes the same steps and comes to the same answer. The link goes to the person's own address, or nowhere.
/// </summary>
public sealed class AskForPassword(IUnitOfWork unit, IDirectory directory, IMailStore mails, IAgenda agenda, IAuditLog audit, TimeProvider clock)
{
    /// <summary>So many mails reach one person within <see cref="Period"/>, however often they are asked for.</summary>
    public const int Most = 3;

    public static readonly TimeSpan Period = TimeSpan.FromHours(1);

    public Task ExecuteAsync(UserPrincipalName name, CancellationToken ct) => unit.RunAsync(token => AskAsync(name, token), ct);

    private async Task<bool> AskAsync(UserPrincipalName name, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var person = await directory.FindByNameAsync(name, ct);
        var asker = person?.Id ?? default;
        var mail = new Mail(Guid.CreateVersion7(now), NoticeKind.PasswordReset, asker, Request: null, now);
        var count = await mails.CountAsync(asker, mail.Kind, now - Period, ct);
        var refusal = person switch
        {
            null => "There is no such user.",
            { IsEnabled: false } => "The principal is disabled.",
            _ => count >= Most ? "Too many links were asked for within an hour." : null,
        };
        if (refusal is null)
        {
            await mails.AddAsync(mail, ct);
        }

        // The agenda passes over a mail that is not there, and nobody can tell by the time it took.
        await agenda.AddAsync(AgendaKind.SendMail, mail.Id, now, now, ct);
        var entry = AuditEntry.Of(now, AuditActivities.PasswordLinkRequested, actor: null) with
        {
            Subject = person?.Id,
            Result = refusal is null ? AuditResult.Success : AuditResult.Failure,
            Reason = refusal,
        };
        await audit.AppendAsync([entry], ct);
        return true;
    }
}
