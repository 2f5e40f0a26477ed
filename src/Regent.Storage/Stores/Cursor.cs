using System.Buffers.Text;
using System.Text.Json;

namespace Regent.Storage.Stores;

/// <summary>Where the next stretch of a list begins: the sort key and the id of the last item before it.</summary>
internal sealed record Cursor<TKey, TId>(TKey Key, TId Id)
{
    /// <summary>Reads a cursor; null, the first stretch, for anything that is none.</summary>
    public static Cursor<TKey, TId>? Read(string? text)
    {
        try
        {
            var cursor = string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<Cursor<TKey, TId>>(Base64Url.DecodeFromChars(text));
            return cursor is null || !CanBeAsked(cursor.Key) ? null : cursor;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    // No key has a zero character, and PostgreSQL takes none.
    private static bool CanBeAsked(TKey key) => key is string text ? !text.Contains('\0', StringComparison.Ordinal) : key is not null;
}
