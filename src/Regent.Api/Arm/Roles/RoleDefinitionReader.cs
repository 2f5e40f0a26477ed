using Regent.Api.Arm.Protocol;
using Regent.Api.OData;
using Regent.Core.Roles;

namespace Regent.Api.Arm.Roles;

/// <summary>Makes a custom role of what was sent. It allows actions; to forbid some of them, or data, is more than Regent keeps.</summary>
internal static class RoleDefinitionReader
{
    public static Reading<RoleDefinition> Read(RoleDefinitionId id, RoleDefinitionBody sent)
    {
        if (sent.Properties is not { } body)
        {
            return Wrong("properties", "'properties' is required.");
        }

        if (body.Type is { } type && !type.Equals(RoleTypes.Custom, StringComparison.OrdinalIgnoreCase))
        {
            return Wrong("properties.type", $"Only a {RoleTypes.Custom} can be made or changed.");
        }

        return Actions(body).Then(actions => Scopes(body).Then<RoleDefinition>(scopes =>
            new RoleDefinition(id, body.RoleName ?? "", body.Description ?? "", IsPrivileged: false, IsBuiltIn: false)
            {
                System = RoleSystem.Resources,
                AllowedActions = actions,
                AssignableScopes = scopes,
            }));
    }

    private static Reading<IReadOnlyList<string>> Actions(RoleDefinitionBody.PropertiesBody body)
    {
        var actions = new List<string>();
        foreach (var (permission, at) in (body.Permissions ?? []).Select((one, at) => (one, at)))
        {
            if (More(permission) is { } more)
            {
                return Wrong($"properties.permissions[{at}].{more}", $"A role allows actions here; '{more}' is not kept. Leave it empty.");
            }

            actions.AddRange((permission?.Actions ?? []).Select(action => action ?? ""));
        }

        return new Reading<IReadOnlyList<string>>.Good(actions);
    }

    private static string? More(RoleDefinitionBody.PermissionBody? permission) => permission switch
    {
        { NotActions: [_, ..] } => "notActions",
        { DataActions: [_, ..] } => "dataActions",
        { NotDataActions: [_, ..] } => "notDataActions",
        _ => null,
    };

    // The whole tenant is told by no scope at all.
    private static Reading<IReadOnlyList<Scope>> Scopes(RoleDefinitionBody.PropertiesBody body)
    {
        if (body.AssignableScopes is not [_, ..] sent)
        {
            return Wrong("properties.assignableScopes", "'properties.assignableScopes' is required: where the role can be held.");
        }

        var scopes = new List<Scope>();
        foreach (var text in sent)
        {
            if (ArmAddress.ScopeOf(text ?? "") is not { } scope)
            {
                return Wrong($"properties.assignableScopes[{scopes.Count}]", $"'{text}' is no scope.");
            }

            scopes.Add(scope);
        }

        return scopes.Contains(Scope.Tenant)
            ? new Reading<IReadOnlyList<Scope>>.Good([])
            : new Reading<IReadOnlyList<Scope>>.Good(scopes);
    }

    private static Flaw Wrong(string member, string message) => new(FlawKind.Body, message) { Target = member };
}
