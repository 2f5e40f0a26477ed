namespace Regent.Core.Roles;

/// <summary>One scope of the organisation's tree: an administrative unit, or a management group, subscription, resource group or resource.</summary>
/// <param name="Scope">Which.</param>
/// <param name="DisplayName">Its name as people know it.</param>
/// <param name="Parent">The scope it lies in; null at the top.</param>
public sealed record ScopeNode(Scope Scope, string DisplayName, Scope? Parent)
{
    /// <summary>What it is for; null when nobody said.</summary>
    public string? Description { get; init; }

    /// <summary>The longest name or description, in characters.</summary>
    public const int LongestText = 256;

    /// <summary>Why this cannot stand in the tree there; null when it can (specification, section 1.4).</summary>
    /// <param name="pathOfParent">The parent and what lies above it, as the tree has it; empty when it is not in the tree, or there is none.</param>
    public Refusal? ProblemUnder(IReadOnlyList<Scope> pathOfParent) => Words() ?? (Scope.Kind, Parent) switch
    {
        (ScopeKind.Tenant or ScopeKind.Group, _) => Wrong("The tenant and groups are no scopes of the tree; they are there by themselves."),
        (ScopeKind.AdministrativeUnit, not null) => Wrong("An administrative unit lies in nothing but the tenant. Leave the parent out."),
        (ScopeKind.ResourceGroup or ScopeKind.Resource, _) when Parent != Scope.Container => Wrong($"{Scope} lies in {Scope.Container}."),
        (_, { Kind: not ScopeKind.ManagementGroup }) when Scope.Kind is ScopeKind.ManagementGroup or ScopeKind.Subscription =>
            Wrong("A management group or a subscription lies in a management group, or in nothing."),
        (_, not null) when pathOfParent.Count == 0 => Wrong($"The parent {Parent} is not in the tree. Add it first."),
        _ when pathOfParent.Contains(Scope) => Wrong("A scope cannot lie in itself or in what lies in it."),
        _ => null,
    };

    private Refusal? Words()
    {
        if (string.IsNullOrWhiteSpace(DisplayName))
        {
            return Wrong("Give it a name.");
        }

        return new[] { DisplayName, Description }.Any(text => text?.Length > LongestText || text?.Any(char.IsControl) == true)
            ? Wrong($"A name or description is longer than {LongestText} characters or holds control characters.")
            : null;
    }

    private static Refusal Wrong(string message) => new(RefusalCode.InvalidScope, message);
}
