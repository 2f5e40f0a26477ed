using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Audit;

/// <summary>Puts on record what happens to accounts: signing in, second factors, tokens.</summary>
public sealed class RecordAccountEvent(IUnitOfWork unit, IAuditLog audit, IDirectory directory, TimeProvider clock)
{
    /// <param name="activity">What happened, one of <see cref="AuditActivities"/>.</param>
    /// <param name="actor">Who did it; null when unknown.</param>
    /// <param name="subject">Whose account.</param>
    /// <param name="result">How it went.</param>
    /// <param name="reason">Why it failed, or how it was done; never a secret.</param>
    /// <param name="ct">Gives up.</param>
    public Task ExecuteAsync(
        string activity, PrincipalId? actor, PrincipalId? subject, AuditResult result, string? reason, CancellationToken ct) =>
        unit.RunAsync(
            async token =>
            {
                var entry = AuditEntry.Of(clock.GetUtcNow(), activity, actor) with { Subject = subject, Result = result, Reason = reason };
                await audit.AppendAsync([entry], token);
                if (activity == AuditActivities.SignedIn && subject is { } user)
                {
                    await directory.NoteSignInAsync(user, entry.At, token);
                }

                return entry.Id;
            },
            ct);
}
