using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Accounts;

/// <summary>Owes somebody whose password was changed the mail that says so, and takes back links that are still to be sent.</summary>
public sealed class TellPasswordChanged(IUnitOfWork unit, IMailStore mails, AccountNotices notices, TimeProvider clock)
{
    public Task ExecuteAsync(PrincipalId person, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            await mails.WithdrawAsync(person, [NoticeKind.Invitation, NoticeKind.PasswordReset], now, token);
            await notices.OweAsync(NoticeKind.PasswordChanged, person, now, token);
            return true;
        },
        ct);
}
