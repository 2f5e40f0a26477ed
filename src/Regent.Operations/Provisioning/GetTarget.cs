using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>Shows readers a target with what is mapped to it and what was found in it.</summary>
public sealed class GetTarget(ITargetStore targets, ILedger ledger, IRoleStore roles, PlaceNames names, ListTargets list)
{
    public async Task<Outcome<TargetDetail>> ExecuteAsync(Caller caller, TargetId id, CancellationToken ct) =>
        await (await list.ExecuteAsync(caller, ct)).ThenAsync(async all =>
            all.FirstOrDefault(one => one.Target.Id == id) is { } summary
                ? new TargetDetail(summary, await MappingsAsync(id, ct), await ledger.DriftAsync(id, ct))
                : (Outcome<TargetDetail>)TargetAccess.Unknown);

    private async Task<IReadOnlyList<ListedMapping>> MappingsAsync(TargetId id, CancellationToken ct)
    {
        var mappings = await targets.MappingsAsync(id, ct);
        var scopes = await names.OfAsync([.. mappings.Select(mapping => mapping.Scope)], ct);
        var listed = new List<ListedMapping>();
        foreach (var mapping in mappings)
        {
            if (await roles.FindAsync(mapping.Role, ct) is { } role)
            {
                listed.Add(new ListedMapping(mapping, role, scopes.GetValueOrDefault(mapping.Scope)));
            }
        }

        return [.. listed.OrderBy(one => one.Role.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Mapping.Scope.Value, StringComparer.OrdinalIgnoreCase)];
    }
}
