using Regent.Core.Roles;

namespace Regent.Storage.Rows;

/// <summary>Scopes as text.</summary>
internal static class ScopeText
{
    public static Scope Read(string text) =>
        Scope.TryParse(text, out var scope) ? scope : throw new InvalidDataException($"The database holds a scope that is none: {text}");
}
