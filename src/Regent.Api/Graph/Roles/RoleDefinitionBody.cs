using System.Text.Json;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Core.Roles;

namespace Regent.Api.Graph.Roles;

/// <summary>A role definition as it is sent: every value may be missing or wrong, and what is not sent stays.</summary>
internal sealed record RoleDefinitionBody
{
    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    public bool? IsEnabled { get; init; }

    public IReadOnlyList<PermissionBody>? RolePermissions { get; init; }

    public IReadOnlyList<string>? ResourceScopes { get; init; }

    public string? TemplateId { get; init; }

    public string? Version { get; init; }

    /// <summary>The role as this body says it shall be.</summary>
    /// <param name="before">The role as it is; a new one has no id.</param>
    public Reading<RoleDefinition> Apply(RoleDefinition before) => Problem() is { } problem
        ? problem
        : before with
        {
            DisplayName = DisplayName ?? before.DisplayName,
            Description = Description ?? before.Description,
            Version = Version ?? before.Version,
            TemplateId = Guid.TryParseExact(TemplateId, "D", out var template) ? template : before.TemplateId,
            AllowedActions = RolePermissions is null
                ? before.AllowedActions
                : [.. RolePermissions.SelectMany(permission => permission.AllowedResourceActions ?? [])],
        };

    private Flaw? Problem()
    {
        if (IsEnabled == false)
        {
            return BodyMembers.Wrong("isEnabled", "A role cannot be switched off here. Remove what it was given for, or leave 'isEnabled' out.");
        }

        if (TemplateId is not null && !Guid.TryParseExact(TemplateId, "D", out _))
        {
            return BodyMembers.Wrong("templateId", "The value of 'templateId' is not an id.");
        }

        if (ResourceScopes?.Any(scope => scope != "/") == true)
        {
            return BodyMembers.Wrong("resourceScopes", "A directory role can be held for the tenant, '/', and in every administrative unit.");
        }

        return RolePermissions?.Any(permission => permission is null || permission.AllowedResourceActions?.Any(action => action is null) == true) == true
            ? BodyMembers.Wrong("rolePermissions", "A permission, or an action in one, is null.")
            : RolePermissions?.Select(permission => permission.Problem()).FirstOrDefault(problem => problem is not null);
    }

    internal sealed record PermissionBody(
        IReadOnlyList<string>? AllowedResourceActions, IReadOnlyList<string>? ExcludedResourceActions, JsonElement? Condition)
    {
        public Flaw? Problem()
        {
            if (ExcludedResourceActions is { Count: > 0 })
            {
                return BodyMembers.Wrong("rolePermissions.excludedResourceActions", "Actions cannot be excluded here. Name those that are allowed.");
            }

            return Condition is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) }
                ? BodyMembers.Wrong("rolePermissions.condition", "Conditions of directory roles are not supported by this server.")
                : null;
        }
    }
}
