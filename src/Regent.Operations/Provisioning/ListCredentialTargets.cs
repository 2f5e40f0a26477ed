using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>Lists the targets that hand out what one signs in to them with, and in which the caller has something now.</summary>
public sealed class ListCredentialTargets(ITargetStore targets, ILedger ledger, TargetDrivers drivers)
{
    /// <summary>The targets by name.</summary>
    public async Task<IReadOnlyList<Target>> ExecuteAsync(Caller caller, CancellationToken ct)
    {
        var held = (await ledger.OpenOfAsync(caller.Id, ct)).Where(line => line.State == LedgerState.InEffect).Select(line => line.Target).ToHashSet();
        var found = new List<Target>();
        foreach (var target in (await targets.ListAsync(ct)).Where(one => held.Contains(one.Id)))
        {
            if (await HandsOutAsync(target))
            {
                found.Add(target);
            }
        }

        return found;
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
