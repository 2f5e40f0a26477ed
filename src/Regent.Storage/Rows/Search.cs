namespace Regent.Storage.Rows;

/// <summary>Folds text so that both databases compare it alike, whatever its letters. Patterns for LIKE escape with <c>\</c>.</summary>
internal static class Search
{
    /// <summary>Text to sort and search by.</summary>
    public static string Fold(params string?[] texts) => string.Join('\n', texts.Where(text => !string.IsNullOrEmpty(text))).ToUpperInvariant();

    /// <summary>A pattern for text that contains this.</summary>
    public static string Containing(string text) => $"%{Literal(text.Trim())}%";

    /// <summary>A pattern for text that begins with this.</summary>
    public static string Beginning(string text) => $"{Literal(text)}%";

    /// <summary>A pattern for search text of which this is the last part.</summary>
    public static string LastPart(string text) => $"%\n{Literal(text)}";

    private static string Literal(string text) => Fold(text)
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
