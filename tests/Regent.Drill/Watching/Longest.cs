namespace Regent.Drill.Watching;

/// <summary>The longest of many times, in three measures.</summary>
internal sealed class Longest
{
    /// <summary>Of those during which everything worked all along.</summary>
    public TimeSpan Undisturbed { get; private set; }

    /// <summary>From the moment everything worked again.</summary>
    public TimeSpan AfterTrouble { get; private set; }

    /// <summary>All the time everything worked while it lasted, taken together over all troubles.</summary>
    public TimeSpan Together { get; private set; }

    public int Count { get; private set; }

    public void Note(bool undisturbed, TimeSpan since, TimeSpan together)
    {
        (Undisturbed, AfterTrouble) = undisturbed ? (Max(Undisturbed, since), AfterTrouble) : (Undisturbed, Max(AfterTrouble, since));
        Together = Max(Together, together);
    }

    public void NoteOne() => Count++;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
