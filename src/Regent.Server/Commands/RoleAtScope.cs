using System.Globalization;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Server.Commands;

/// <summary>A role at a scope, as people name them.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where.</param>
internal sealed record RoleAtScope(RoleDefinition Role, Scope Scope)
{
    private const int Listed = 10;

    /// <summary>Finds the role by its id, its name, or a part of its name that no other role has which can be held there.</summary>
    public static async Task<RoleAtScope> FindAsync(IServiceProvider regent, string role, string? scope, CancellationToken ct)
    {
        if (!Scope.TryParse(scope ?? Scope.Tenant.Value, out var place))
        {
            throw new MisuseException($"“{TerminalText.Plain(scope!)}” is no scope. The whole tenant is /, others are as the scope tree spells them.");
        }

        var all = await regent.GetRequiredService<IRoleStore>().ListAsync(place.System, ct);
        return new RoleAtScope(Choose(all, role.Trim(), place), place);
    }

    private static RoleDefinition Choose(IReadOnlyList<RoleDefinition> all, string wanted, Scope place)
    {
        var exact = all.Where(role => role.Id.ToString().Equals(wanted, StringComparison.OrdinalIgnoreCase)
            || role.DisplayName.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        var found = exact.Count > 0 ? exact : [.. all.Where(role => wanted.Length > 0 && role.DisplayName.Contains(wanted, StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [var only] => only,
            [] => throw new MisuseException(
                $"No role that can be held at {place} is called “{TerminalText.Plain(wanted)}”. Give a role's name, a part of it, or its id."),
            _ => throw new MisuseException(Ambiguous(found, wanted)),
        };
    }

    private static string Ambiguous(List<RoleDefinition> found, string wanted)
    {
        var names = string.Join(", ", found.Take(Listed).Select(role => role.DisplayName));
        var more = found.Count > Listed ? string.Create(CultureInfo.InvariantCulture, $" and {found.Count - Listed} more") : "";
        return $"“{TerminalText.Plain(wanted)}” is part of several roles: {names}{more}. Give more of the name, or the id.";
    }
}
