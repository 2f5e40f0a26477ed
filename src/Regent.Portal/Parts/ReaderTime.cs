using System.Globalization;

namespace Regent.Portal.Parts;

/// <summary>Instants written for a reader in their own zone.</summary>
public static class ReaderTime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    // Farther away than this nobody asks for the minute.
    private static readonly TimeSpan Near = TimeSpan.FromDays(30);

    /// <summary>As short as stays clear: the time today, with its date on near days, the date alone on far ones.</summary>
    public static string Brief(DateTimeOffset at, DateTimeOffset now, ReaderZone reader)
    {
        var (local, today) = (reader.Local(at), reader.Local(now));
        var format = local switch
        {
            _ when local.Date == today.Date => "HH:mm",
            _ when (at - now).Duration() > Near => "d MMM yyyy",
            _ when local.Year == today.Year => "d MMM HH:mm",
            _ => "d MMM yyyy HH:mm",
        };
        var text = local.ToString(format, English);

        return format.EndsWith("mm", StringComparison.Ordinal) ? $"{text} {Zone(local)}" : text;
    }

    /// <summary>To the second, with its date on other days than today, and its zone.</summary>
    public static string Exact(DateTimeOffset at, DateTimeOffset now, ReaderZone reader)
    {
        var (local, today) = (reader.Local(at), reader.Local(now));

        return $"{local.ToString(local.Date == today.Date ? "HH:mm:ss" : "d MMM yyyy HH:mm:ss", English)} {Zone(local)}";
    }

    /// <summary>Everything, for a title or a page to read.</summary>
    public static string Full(DateTimeOffset at, ReaderZone reader)
    {
        var local = reader.Local(at);

        return $"{local.ToString("dddd, d MMMM yyyy, HH:mm:ss", English)} {Zone(local)}";
    }

    private static string Zone(DateTimeOffset local) => local.Offset switch
    {
        { Ticks: 0 } => "UTC",
        { Minutes: 0 } offset => $"UTC{Sign(offset)}{offset.Duration().Hours}",
        var offset => $"UTC{Sign(offset)}{offset.Duration():h\\:mm}",
    };

    private static char Sign(TimeSpan offset) => offset.Ticks < 0 ? '−' : '+';
}
