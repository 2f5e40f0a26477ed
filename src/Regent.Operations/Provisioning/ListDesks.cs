using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>Shows somebody where they can be handed what they sign in with, for what they hold at this moment. No target is talked to.</summary>
public sealed class ListDesks(ITargetStore targets, ILedger ledger, TargetDrivers drivers)
{
    public async Task<IReadOnlyList<CredentialDesk>> ExecuteAsync(Caller caller, CancellationToken ct)
    {
        var held = (await ledger.OpenOfAsync(caller.Id, ct)).Where(entry => entry.State == LedgerState.InEffect).ToLookup(entry => entry.Target);
        if (held.Count == 0)
        {
            return [];
        }

        var desks = new List<CredentialDesk>();
        foreach (var target in (await targets.ListAsync(ct)).Where(target => target.State == TargetState.Live && held.Contains(target.Id)))
        {
            if (await HandsOutAsync(target))
            {
                var holdings = held[target.Id].Select(entry => entry.Holding).ToList();
                desks.Add(new CredentialDesk(
                    target.Id, target.Name, target.Kind, holdings[0].Account, [.. holdings.Select(one => one.Entitlement).Order(StringComparer.OrdinalIgnoreCase)]));
            }
        }

        return desks;
    }

    private async Task<bool> HandsOutAsync(Target target)
    {
        if (drivers.Open(target) is not Outcome<ITarget>.Done(var way))
        {
            return false;
        }

        await using (way)
        {
            return way is IIssuesCredentials;
        }
    }
}
