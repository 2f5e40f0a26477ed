using Regent.Core.Roles;

namespace Regent.Storage.Rows;

/// <summary>One scope of the tree. Its key is the path folded, so that letter case never makes two of one.</summary>
internal sealed class ScopeRow
{
    public required string Key { get; init; }
    public required string Value { get; set; }
    public RoleSystem System { get; init; }
    public ScopeKind Kind { get; init; }
    public required string DisplayName { get; set; }
    public string? Description { get; set; }
    public string? ParentKey { get; set; }
    public required string SortName { get; set; }
    public required string SearchText { get; set; }

    public static string KeyOf(Scope scope) => Search.Fold(scope.Value);

    public static ScopeRow Of(ScopeNode node) => new()
    {
        Key = KeyOf(node.Scope),
        Value = node.Scope.Value,
        System = node.Scope.System,
        Kind = node.Scope.Kind,
        DisplayName = node.DisplayName,
        Description = node.Description,
        ParentKey = node.Parent is { } parent ? KeyOf(parent) : null,
        SortName = Search.Fold(node.DisplayName),
        SearchText = Search.Fold(node.DisplayName, node.Scope.Value),
    };

    /// <param name="parent">The scope above as it is spelt; null at the top.</param>
    public ScopeNode ToCore(string? parent) =>
        new(ScopeText.Read(Value), DisplayName, parent is null ? null : ScopeText.Read(parent)) { Description = Description };
}
