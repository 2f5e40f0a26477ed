namespace Regent.Storage.Rows;

/// <summary>Folds text so that both databases compare it alike, whatever its letters: SQLite itself folds only ASCII.</summary>
internal static class Search
{
    /// <summary>Text to sort and search by; several are kept apart. Without zero characters, which PostgreSQL does not take.</summary>
    public static string Fold(params string?[] texts) =>
        string.Join('\n', texts.Where(text => !string.IsNullOrEmpty(text))).ToUpperInvariant().Replace("\0", "", StringComparison.Ordinal);

    /// <summary>What somebody is looking for, folded; null when they look for nothing.</summary>
    public static string? For(string? text) => string.IsNullOrWhiteSpace(text) ? null : Fold(text.Trim());
}
