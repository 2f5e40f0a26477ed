using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Operations.Synchronisation;

namespace Regent.Operations.Provisioning;

/// <summary>Takes over people and groups from a target now. Called on the server itself, not by a signed-in person.</summary>
public sealed class SyncTarget(ITargetStore targets, TargetDrivers drivers, SynchroniseDirectory synchronise)
{
    /// <param name="name">What administrators call the target.</param>
    /// <param name="kind">What kind it is.</param>
    /// <param name="ask">How to do it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<SyncReport>> ExecuteAsync(string name, TargetKind kind, SyncAsk ask, CancellationToken ct)
    {
        var all = (await targets.ListAsync(ct)).Where(one => one.Kind == kind).ToList();
        if (all.Find(one => string.Equals(one.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } target)
        {
            var known = all.Count == 0 ? "There is none yet." : $"There is {string.Join(", ", all.Select(one => one.Name))}.";
            return new Refusal(RefusalCode.TargetNotFound, $"There is no target {name} of kind {drivers.Of(kind).Name}. {known}");
        }

        return await drivers.Open(target).ThenAsync(way => RunAsync(target, way, ask, ct));
    }

    private async Task<Outcome<SyncReport>> RunAsync(Target target, ITarget way, SyncAsk ask, CancellationToken ct)
    {
        await using (way)
        {
            return way is IDirectorySource { Rules: { } rules } source
                ? await synchronise.ExecuteAsync(target, source, rules, ask, ct)
                : new Refusal(RefusalCode.InvalidTarget, $"No people are taken over from {target.Name}. Switch that on in its settings.");
        }
    }
}
