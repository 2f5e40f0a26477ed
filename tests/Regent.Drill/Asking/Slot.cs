namespace Regent.Drill.Asking;

/// <summary>One person and one role: who may have it, had it, and is asking for it.</summary>
/// <param name="person">Which person.</param>
/// <param name="role">Which role.</param>
internal sealed class Slot(int person, DrillRole role)
{
    private readonly List<Cover> covers = [];

    public int Person => person;

    public DrillRole Role => role;

    /// <summary>Whether somebody waits for an answer about it.</summary>
    public bool IsBusy { get; set; }

    public bool IsEligible { get; set; } = true;

    public IReadOnlyList<Cover> Covers => covers;

    /// <summary>What covers it now, or may; null when nothing does.</summary>
    public Cover? OpenAt(DateTimeOffset now) => covers.Count > 0 && covers[^1].IsOpenAt(now) ? covers[^1] : null;

    public Cover Begin(DateTimeOffset start)
    {
        var cover = new Cover(start);
        covers.Add(cover);
        return cover;
    }
}
