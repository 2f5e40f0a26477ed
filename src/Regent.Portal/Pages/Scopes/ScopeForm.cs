using Regent.Core.Roles;
using Regent.Operations.Roles;

namespace Regent.Portal.Pages.Scopes;

/// <summary>What is filled in to put a scope into the tree, or to rename or move one.</summary>
public sealed class ScopeForm
{
    /// <param name="system">Of which role system.</param>
    /// <param name="parent">What it lies in; null at the top.</param>
    public ScopeForm(RoleSystem system, NamedPlace? parent)
    {
        Kinds = KindsIn(system, parent?.Scope.Kind);
        Kind = Kinds[0];
        Parents = parent is null ? [] : [parent];
    }

    /// <summary>What can lie there.</summary>
    public IReadOnlyList<ScopeKind> Kinds { get; }

    public ScopeKind Kind { get; set; }

    /// <summary>The last part of the path: an id or a name.</summary>
    public string Key { get; set; } = "";

    /// <summary>Of a resource: its provider and type, or below another resource its type.</summary>
    public string Type { get; set; } = "";

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>What it lies in; at most one.</summary>
    public IReadOnlyList<NamedPlace> Parents { get; set; }

    public Scope? Parent => Parents is [var parent] ? parent.Scope : null;

    /// <summary>What the last part of the path is called.</summary>
    public string KeyLabel => Kind switch
    {
        ScopeKind.Subscription => "Subscription id",
        ScopeKind.ManagementGroup => "Management group id",
        ScopeKind.ResourceGroup => "Resource group name",
        _ => "Resource name",
    };

    /// <summary>What it looks like.</summary>
    public string KeyHint => Kind switch
    {
        ScopeKind.Subscription => "Such as 0198f1a2-7c00-7000-8000-00000000000a.",
        ScopeKind.ManagementGroup => "Letters, digits, hyphens, underscores, dots and parentheses; it cannot be changed later.",
        _ => "As it stands in the path; it cannot be changed later.",
    };

    public string TypeHint => Parent?.Kind == ScopeKind.Resource ? "Such as blobServices." : "Such as Microsoft.Storage/storageAccounts.";

    /// <summary>The path as filled in so far.</summary>
    public string Path => (Kind, Parent?.Kind) switch
    {
        (ScopeKind.ManagementGroup, _) => $"/providers/Microsoft.Management/managementGroups/{Key.Trim()}",
        (ScopeKind.Subscription, _) => $"/subscriptions/{Key.Trim()}",
        (ScopeKind.ResourceGroup, _) => $"{Parent}/resourceGroups/{Key.Trim()}",
        (_, ScopeKind.Resource) => $"{Parent}/{Type.Trim().Trim('/')}/{Key.Trim()}",
        _ => $"{Parent}/providers/{Type.Trim().Trim('/')}/{Key.Trim()}",
    };

    public IReadOnlyList<string> TypeErrors => Kind == ScopeKind.Resource && string.IsNullOrWhiteSpace(Type) ? ["Say what kind of resource it is."] : [];

    public IReadOnlyList<string> KeyErrors => string.IsNullOrWhiteSpace(Key)
        ? [$"Give the {KeyLabel.ToLowerInvariant()}."]
        : Scope.TryParse(Path, out var scope) && scope.Kind == Kind ? [] : [$"This makes no path of a {Parts.Words.Of(Kind).ToLowerInvariant()}: {Path}"];

    /// <summary>The new scope, once type and key are right; without a name it is called as its path ends.</summary>
    public ScopeNode New => Node(Scope.TryParse(Path, out var scope) ? scope : throw new InvalidOperationException(Path));

    /// <summary>Begins with how a scope stands.</summary>
    public static ScopeForm Of(ScopeNode node, NamedPlace? parent) => new(node.Scope.System, parent)
    {
        Kind = node.Scope.Kind,
        Name = node.DisplayName,
        Description = node.Description ?? "",
    };

    /// <summary>A scope as filled in.</summary>
    public ScopeNode Node(Scope scope) => new(scope, Name.Trim().Length > 0 ? Name.Trim() : Key.Trim(), Parent)
    {
        Description = string.IsNullOrWhiteSpace(Description) ? null : Description.Trim(),
    };

    private static IReadOnlyList<ScopeKind> KindsIn(RoleSystem system, ScopeKind? parent) => (system, parent) switch
    {
        (RoleSystem.Directory, _) => [ScopeKind.AdministrativeUnit],
        (_, null or ScopeKind.ManagementGroup) => [ScopeKind.ManagementGroup, ScopeKind.Subscription],
        (_, ScopeKind.Subscription) => [ScopeKind.ResourceGroup, ScopeKind.Resource],
        _ => [ScopeKind.Resource],
    };
}
