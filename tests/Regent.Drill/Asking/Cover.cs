namespace Regent.Drill.Asking;

/// <summary>
/// From when to when one assignment gives its role, as the drill knows from what it asked and was answered. While an answer is out it is
/// not known exactly: then there is a time it surely covers, and a longer one in which it may.
/// </summary>
internal sealed class Cover(DateTimeOffset start)
{
    public DateTimeOffset SurelyUntil { get; private set; } = start;

    public DateTimeOffset MaybeUntil { get; private set; } = start;

    public DateTimeOffset SurelyFrom { get; private set; } = DateTimeOffset.MaxValue;

    public DateTimeOffset MaybeFrom { get; } = start;

    /// <summary>The assignments that stand for it in Regent.</summary>
    public HashSet<Guid> Schedules { get; } = [];

    public bool IsOpenAt(DateTimeOffset now) => MaybeUntil > now;

    /// <summary>It may last until then.</summary>
    public void MayLastUntil(DateTimeOffset end) => MaybeUntil = end > MaybeUntil ? end : MaybeUntil;

    /// <summary>It may end from then on.</summary>
    public void MayEndAt(DateTimeOffset moment) => SurelyUntil = moment < SurelyUntil ? moment : SurelyUntil;

    /// <summary>It is known exactly.</summary>
    public void Become(DateTimeOffset from, DateTimeOffset until) => (SurelyFrom, SurelyUntil, MaybeUntil) = (from, until, until);
}
