using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Accounts;

/// <summary>
/// Owes people who were imported a mail with a link to their first password. Called on the server itself, not by a signed-in person.
/// </summary>
public sealed class InvitePeople(IUnitOfWork unit, AccountNotices notices, IAuditLog audit, TimeProvider clock)
{
    public Task ExecuteAsync(IReadOnlyCollection<PrincipalId> people, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            foreach (var person in people)
            {
                await notices.OweAsync(NoticeKind.Invitation, person, now, token);
            }

            await audit.AppendAsync(
                people.Select(person => AuditEntry.Of(now, AuditActivities.UserInvited, actor: null) with { Subject = person }), token);
            return people.Count;
        },
        ct);
}
