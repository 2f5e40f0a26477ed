using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>Brings the built-in roles of every system into the store at start-up; safe to run twice, and writes only what differs.</summary>
public sealed class InstallBuiltInRoles(IUnitOfWork unit, IRoleStore roles)
{
    public Task ExecuteAsync(CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var present = new HashSet<RoleDefinition>();
            foreach (var system in Enum.GetValues<RoleSystem>())
            {
                present.UnionWith(await roles.ListAsync(system, token));
            }

            RoleDefinition[] all = [.. DirectoryRoles.BuiltIn, .. ResourceRoles.BuiltIn, .. GroupRoles.BuiltIn];
            var missing = all.Where(role => !present.Contains(role)).ToList();
            if (missing.Count > 0)
            {
                await roles.SaveAsync(missing, token);
            }

            return missing.Count;
        },
        ct);
}
