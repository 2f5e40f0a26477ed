namespace Regent.Drill.Watching;

/// <summary>Something that is not as it should be: it is there and should not, or the other way round.</summary>
/// <param name="IsExcess">Whether it is there and nothing covers it; else it is missing.</param>
/// <param name="Since">Since when, as a timestamp: the last look that did not see it.</param>
/// <param name="WellBefore">How long all had been well until then.</param>
internal sealed record Odd(bool IsExcess, long Since, TimeSpan WellBefore)
{
    /// <summary>What is said about it, once it took longer than it may.</summary>
    public string? Words { get; set; }

    public bool IsLate => Words is not null;

    /// <summary>Whether that was reported.</summary>
    public bool IsReported { get; set; }
}
