namespace Regent.Portal.Parts;

/// <summary>Lengths of time in words short enough for a table.</summary>
public static class Durations
{
    /// <summary>What is left of something, as a clock shows it: the two largest units, down to the second. The browser says it the same way.</summary>
    public static string Left(TimeSpan left) => left switch
    {
        { Ticks: <= 0 } => "0 s",
        { Days: > 0 } => $"{left.Days} d {left.Hours} h",
        { Hours: > 0 } => $"{left.Hours} h {left.Minutes} min",
        { Minutes: > 0 } => $"{left.Minutes} min {left.Seconds} s",
        _ => $"{left.Seconds} s",
    };

    /// <summary>How long something lasts, exactly, as people write it: "8 h", "1 h 30 min", "365 d".</summary>
    public static string Length(TimeSpan length)
    {
        string[] parts =
        [
            length.Days > 0 ? $"{length.Days} d" : "",
            length.Hours > 0 ? $"{length.Hours} h" : "",
            length.Minutes > 0 ? $"{length.Minutes} min" : "",
        ];
        var words = string.Join(' ', parts.Where(part => part.Length > 0));

        return words.Length > 0 ? words : $"{length.Seconds} s";
    }

    /// <summary>How far away something is, roughly, for a person: "in 2 h", "3 d ago", "now".</summary>
    public static string Away(TimeSpan distance)
    {
        var length = distance.Duration();
        if (length < TimeSpan.FromMinutes(1))
        {
            return distance.Ticks < 0 ? "just now" : "now";
        }

        return distance.Ticks < 0 ? $"{Rough(length)} ago" : $"in {Rough(length)}";
    }

    /// <summary>How long something lasts, roughly, from a minute on: "2 d", "1 h 5 min", "12 min".</summary>
    public static string Rough(TimeSpan length) => length switch
    {
        { TotalDays: >= 2 } => $"{length.Days} d",
        { TotalHours: >= 1 } => length.Days == 0 && length.Minutes > 0
            ? $"{length.Hours} h {length.Minutes} min"
            : $"{(int)length.TotalHours} h",
        _ => $"{length.Minutes} min",
    };
}
