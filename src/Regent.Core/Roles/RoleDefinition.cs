using System.Text.RegularExpressions;
using Regent.Core.Principals;

namespace Regent.Core.Roles;

/// <summary>What can be held.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DisplayName">Its name as people know it.</param>
/// <param name="Description">What it allows, in one sentence.</param>
/// <param name="IsPrivileged">Whether holding it endangers the whole organisation.</param>
/// <param name="IsBuiltIn">Whether it comes with the product.</param>
public sealed partial record RoleDefinition(
    RoleDefinitionId Id, string DisplayName, string Description, bool IsPrivileged, bool IsBuiltIn)
{
    /// <summary>The family it belongs to, and so where it can be held.</summary>
    public RoleSystem System { get; init; }

    /// <summary>Of a custom role: the actions it allows, such as <c>Microsoft.Compute/virtualMachines/restart/action</c>.</summary>
    public IReadOnlyList<string> AllowedActions { get; init; } = [];

    /// <summary>Of a custom resource role: the scopes at and below which it can be held; empty is everywhere.</summary>
    public IReadOnlyList<Scope> AssignableScopes { get; init; } = [];

    /// <summary>Of a custom role: its version, as whoever made it counts them; null when nobody said.</summary>
    public string? Version { get; init; }

    /// <summary>Of a custom role: what it is called in every organisation that has it; null when it is here alone.</summary>
    public Guid? TemplateId { get; init; }

    /// <summary>The most actions a custom role can have.</summary>
    public const int MostActions = 500;

    /// <summary>What is wrong with this as a custom role; empty when it can be saved.</summary>
    public IReadOnlyList<Refusal> Check() =>
    [
        .. Wrong(System == RoleSystem.Groups, "A group has members and owners, and no other roles. Choose directory or resource roles."),
        .. CheckName(),
        .. Wrong(!NameText.IsFit(Description), $"The description is longer than {NameText.Longest} characters or more than one line. Shorten it."),
        .. Wrong(!NameText.IsFit(Version ?? ""), $"The version is longer than {NameText.Longest} characters or more than one line. Shorten it."),
        .. CheckActions(),
        .. Wrong(
            System == RoleSystem.Directory && AssignableScopes.Count > 0,
            "A directory role has no scopes of its own: it can be held for the tenant and in every administrative unit. Leave the scopes out."),
        .. Wrong(
            AssignableScopes.Any(scope => scope.System != RoleSystem.Resources),
            "The scopes of a resource role are management groups, subscriptions, resource groups and resources."),
    ];

    /// <summary>What is wrong with the name of a custom role.</summary>
    public IReadOnlyList<Refusal> CheckName() =>
    [
        .. Wrong(string.IsNullOrWhiteSpace(DisplayName), "Give the role a name."),
        .. Wrong(!NameText.IsFit(DisplayName), $"The name is longer than {NameText.Longest} characters or more than one line. Shorten it."),
    ];

    /// <summary>What is wrong with the actions of a custom role.</summary>
    public IReadOnlyList<Refusal> CheckActions() =>
    [
        .. Wrong(AllowedActions.Count == 0, "Name at least one action that the role allows."),
        .. Wrong(AllowedActions.Count > MostActions, $"A role has at most {MostActions} actions. Split it in two."),
        .. AllowedActions.FirstOrDefault(action => !Action().IsMatch(action)) is { } unfit
            ? Wrong(true, $"“{unfit}” is no action. An action is like {Example}, with * for any part.")
            : [],
    ];

    /// <summary>Why it cannot be held at this place; null when it can (specification, section 1.4).</summary>
    public Refusal? ProblemAt(Place place)
    {
        if (place.Scope.System != System)
        {
            return new Refusal(
                RefusalCode.ScopeDoesNotMatchRoleDefinition, $"{DisplayName} cannot be held at {place.Scope}: {WhereHeld()}");
        }

        if (place.Scope.Kind == ScopeKind.AdministrativeUnit && IsBuiltIn && !DirectoryRoles.ForUnits.Contains(Id))
        {
            return new Refusal(
                RefusalCode.RequestBadRequest, $"{DisplayName} cannot be limited to an administrative unit. Use the whole tenant, \"/\".");
        }

        return AssignableScopes.Count == 0 || AssignableScopes.Any(place.IsWithin)
            ? null
            : new Refusal(
                RefusalCode.ScopeDoesNotMatchRoleDefinition,
                $"{DisplayName} can be held only at or below {string.Join(", ", AssignableScopes)}.");
    }

    public bool Equals(RoleDefinition? other) =>
        other is not null && (Id, DisplayName, Description, IsPrivileged, IsBuiltIn, System)
            == (other.Id, other.DisplayName, other.Description, other.IsPrivileged, other.IsBuiltIn, other.System)
        && (Version, TemplateId) == (other.Version, other.TemplateId)
        && AllowedActions.SequenceEqual(other.AllowedActions) && AssignableScopes.SequenceEqual(other.AssignableScopes);

    public override int GetHashCode() => Id.GetHashCode();

    private string Example => System == RoleSystem.Resources
        ? "Microsoft.Compute/virtualMachines/restart/action"
        : "microsoft.directory/users/basic/update";

    private static IEnumerable<Refusal> Wrong(bool isSo, string message) =>
        isSo ? [new Refusal(RefusalCode.InvalidRoleDefinition, message)] : [];

    [GeneratedRegex(@"^(\*|[A-Za-z0-9.*-]{1,100}(/[A-Za-z0-9.*$_{}-]{1,100}){1,20})$", RegexOptions.CultureInvariant)]
    private static partial Regex Action();

    private string WhereHeld() => System switch
    {
        RoleSystem.Directory => "directory roles are held for the tenant, \"/\", or an administrative unit.",
        RoleSystem.Resources => "resource roles are held on a management group, subscription, resource group or resource.",
        RoleSystem.Groups => "it is about one group.",
    };
}
