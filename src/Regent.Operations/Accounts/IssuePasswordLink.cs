using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Accounts;

/// <summary>
/// Makes a link to choose a password, for whoever runs the server to hand over. Called on the server itself, not by a signed-in person.
/// </summary>
public sealed class IssuePasswordLink(IUnitOfWork unit, IPasswordLinks links, IAuditLog audit, TimeProvider clock)
{
    /// <param name="person">Who chooses a password with it.</param>
    /// <param name="lifetime">How long it is good.</param>
    /// <param name="how">How it reaches them, for the record.</param>
    /// <param name="ct">Gives up.</param>
    public Task<PasswordLink> ExecuteAsync(PrincipalId person, TimeSpan lifetime, string how, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var entry = AuditEntry.Of(clock.GetUtcNow(), AuditActivities.PasswordLinkIssued, actor: null) with { Subject = person, Reason = how };
            await audit.AppendAsync([entry], token);
            return await links.MakeAsync(person, lifetime, token);
        },
        ct);
}
