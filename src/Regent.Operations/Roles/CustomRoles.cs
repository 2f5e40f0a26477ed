using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Access;

namespace Regent.Operations.Roles;

/// <summary>Lets people at custom roles: whoever manages the tenant at those of the directory, and at those of resources whoever manages all their scopes.</summary>
public sealed class CustomRoles(Places places, Authorities authorities)
{
    /// <summary>The role with its scopes spelt as the tree spells them, where the caller may make, change or remove it; else why not.</summary>
    public async Task<Outcome<RoleDefinition>> ForAsync(Caller caller, RoleDefinition role, DateTimeOffset now, CancellationToken ct)
    {
        var authority = await authorities.OfAsync(caller, now, ct);
        return role.System == RoleSystem.Resources
            ? await OfResourcesAsync(authority, role, ct)
            : authority.MayManage ? role : Refusals.MayNotManage;
    }

    private async Task<Outcome<RoleDefinition>> OfResourcesAsync(Authority authority, RoleDefinition role, CancellationToken ct)
    {
        if (role.AssignableScopes.Count == 0)
        {
            return authority.MayManageAllResources
                ? role
                : new Refusal(
                    RefusalCode.AuthorizationRequestDenied,
                    "A role without scopes can be held everywhere, which is the Global Administrators' to decide. Name the scopes you administer.");
        }

        var spelt = new List<Scope>();
        foreach (var scope in role.AssignableScopes)
        {
            var place = await places.FindAsync(scope, ct);
            if (authority.RefusalAt(place, scope) is { } refusal)
            {
                return refusal with { Message = $"{scope}: {refusal.Message}" };
            }

            spelt.Add(place!.Scope);
        }

        return role with { AssignableScopes = [.. spelt.Distinct()] };
    }
}
