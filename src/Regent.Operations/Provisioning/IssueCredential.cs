using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>
/// Hands somebody what they sign in to a target with, for what they hold there at this moment, and no longer than that lasts. It is handed
/// over once; the record says that it was.
/// </summary>
public sealed class IssueCredential(
    IUnitOfWork unit, ITargetStore targets, ILedger ledger, LedgerReader reader, IDirectory directory, TargetDrivers drivers, IAuditLog audit, TimeProvider clock)
{
    private static readonly Refusal Nothing = new(
        RefusalCode.CredentialNotAvailable, "You hold nothing there now. Activate the role first, and wait until it is in effect.");

    /// <param name="caller">Who wants it, for their own account.</param>
    /// <param name="id">In which target.</param>
    /// <param name="publicKey">The key to be certified, where the credential is a certificate.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Credential>> ExecuteAsync(Caller caller, TargetId id, string? publicKey, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await targets.FindAsync(id, ct) is not { State: TargetState.Live } target
            || await directory.FindAsync(caller.Id, ct) is not { IsEnabled: true } person)
        {
            return Nothing;
        }

        var open = (await ledger.OpenOfAsync(caller.Id, ct)).Where(entry => entry.Target == id && entry.State == LedgerState.InEffect);
        var held = (await reader.LookAsync(target, [.. open.Select(entry => entry.Id)], now, ct)).Where(line => line.Look.IsWanted && IsTheirs(line, caller, now)).ToList();
        if (held.Count == 0)
        {
            return Nothing;
        }

        var ask = new CredentialAsk(
            held[0].Entry.Holding.Account, [.. held.Select(line => line.Entry.Holding.Entitlement)], now,
            held.Min(line => line.Look.Until), $"{person.UserPrincipalName?.Value ?? person.DisplayName} {held.SelectMany(line => line.Covers).First(cover => cover.Receipt.Principal == caller.Id && cover.IsInForceAt(now)).Receipt.Schedule}")
        {
            PublicKey = publicKey,
        };
        return await drivers.Open(target).ThenAsync(way => IssueAsync(caller, target, way, ask, ct));
    }

    // Not by what somebody else holds whose account has the same name.
    private static bool IsTheirs(LookedLine line, Caller caller, DateTimeOffset now) =>
        line.Covers.Any(cover => cover.Receipt.Principal == caller.Id && cover.IsInForceAt(now));

    private async Task<Outcome<Credential>> IssueAsync(Caller caller, Target target, ITarget way, CredentialAsk ask, CancellationToken ct)
    {
        await using (way)
        {
            return way is IIssuesCredentials desk
                ? await (await desk.IssueAsync(ask, ct)).ThenAsync(credential => RecordAsync(caller, target, ask, credential, ct))
                : new Refusal(RefusalCode.CredentialNotAvailable, $"{target.Name} hands out nothing: sign in there as you always do.");
        }
    }

    private Task<Credential> RecordAsync(Caller caller, Target target, CredentialAsk ask, Credential credential, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var entry = TargetRecord.Entry(
                target, new Holding(ask.Account, string.Join(", ", ask.Entitlements)), AuditActivities.CredentialIssued, caller.Id, clock.GetUtcNow());
            await audit.AppendAsync([entry with { Subject = caller.Id, Reason = $"{credential.Label} {credential.Serial} for {ask.KeyId}" }], token);
            return credential;
        },
        ct);
}
