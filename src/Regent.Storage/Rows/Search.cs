namespace Regent.Storage.Rows;

/// <summary>Folds text so that both databases compare it alike, whatever its letters.</summary>
internal static class Search
{
    /// <summary>Text to sort and search by.</summary>
    public static string Fold(params string?[] texts) => string.Join('\n', texts.Where(text => !string.IsNullOrEmpty(text))).ToUpperInvariant();

    /// <summary>A LIKE pattern for text that contains this, with <c>\</c> as its escape.</summary>
    public static string Containing(string text) => $"%{Fold(text.Trim())
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal)}%";
}
