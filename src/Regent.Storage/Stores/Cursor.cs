using System.Globalization;
using System.Text;
using System.Text.Json;
using Regent.Operations.Ports;

namespace Regent.Storage.Stores;

/// <summary>Where the next stretch of a list begins: the sort key and the id of the last item before it.</summary>
internal sealed record Cursor(string Key, Guid Id)
{
    public Keyset.Position<string> AsText() => new(Key, Id);

    /// <summary>The position in a list ordered by time; null when the key is no time.</summary>
    public Keyset.Position<DateTimeOffset>? AsMoment() =>
        DateTimeOffset.TryParse(Key, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? new(moment, Id) : null;

    /// <summary>The position in a list ordered by number; null when the key is no number.</summary>
    public long? AsNumber() => long.TryParse(Key, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Cursor At(DateTimeOffset moment, Guid id) => new(moment.ToString("O", CultureInfo.InvariantCulture), id);

    public static Cursor At(long number) => new(number.ToString(CultureInfo.InvariantCulture), Guid.Empty);

    /// <summary>Reads a cursor; null, the first stretch, for one that is none.</summary>
    public static Cursor? Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<Cursor>(Convert.FromHexString(text));
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }

    public override string ToString() => Convert.ToHexString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { Key, Id })));

    /// <summary>Cuts what was read, one more than asked for, into a page.</summary>
    public static Page<TItem> Page<TRow, TItem>(
        IReadOnlyList<TRow> rows, int size, Func<TRow, TItem> item, Func<TRow, Cursor> cursor) =>
        rows.Count > size
            ? new Page<TItem>([.. rows.Take(size).Select(item)], cursor(rows[size - 1]).ToString())
            : new Page<TItem>([.. rows.Select(item)], Next: null);
}
