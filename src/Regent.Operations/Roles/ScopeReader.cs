using Regent.Core.Roles;

namespace Regent.Operations.Roles;

/// <summary>Reads one line of a file of scopes. What the path itself says need not be said again.</summary>
internal static class ScopeReader
{
    /// <summary>The scope the line is about; null when its id is none.</summary>
    public static Scope? ScopeOf(ScopeLine line) =>
        line.Unreadable is null && Scope.TryParse(line.Id?.Trim(), out var scope) ? scope : null;

    /// <summary>What the line describes, as far as it can be told from the line alone.</summary>
    public static PlannedScope Read(ScopeLine line, IReadOnlyDictionary<Scope, ScopeNode> known)
    {
        var plan = new PlannedScope(line);
        if (line.Unreadable is { } unreadable)
        {
            return plan.Refuse(unreadable);
        }

        if (ScopeOf(line) is not { } scope)
        {
            return plan.Refuse(
                "id is no scope. It is /administrativeUnits/{GUID}, /providers/Microsoft.Management/managementGroups/{name}, or "
                + "/subscriptions/{GUID} with what lies in it.");
        }

        var before = known.GetValueOrDefault(scope);
        if (ParentOf(line, scope, before) is not { IsRead: true } parent)
        {
            return plan.Refuse("parent is no scope. Give the id of the scope it lies in, or leave it empty.");
        }

        return plan with
        {
            Known = before,
            Node = new ScopeNode(before?.Scope ?? scope, Text(line.DisplayName) ?? before?.DisplayName ?? NameIn(scope), parent.Scope)
            {
                Description = line.Description is null ? before?.Description : Text(line.Description),
            },
        };
    }

    private static (bool IsRead, Scope? Scope) ParentOf(ScopeLine line, Scope scope, ScopeNode? before) => Text(line.Parent) switch
    {
        { } text => (Scope.TryParse(text, out var parent), parent),
        null when scope.Container is { } container => (true, container),
        null => (true, line.Parent is null ? before?.Parent : null),
    };

    private static string NameIn(Scope scope) => scope.Value[(scope.Value.LastIndexOf('/') + 1)..];

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
