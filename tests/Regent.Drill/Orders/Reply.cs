namespace Regent.Drill.Orders;

/// <summary>What Regent answered.</summary>
/// <param name="Number">To which order.</param>
/// <param name="IsDone">Whether it was accepted.</param>
/// <param name="Why">Why not; null when it was.</param>
/// <param name="At">When it was accepted, by Regent's clock.</param>
/// <param name="Schedule">The assignment that was made, changed or ended.</param>
internal sealed record Reply(int Number, bool IsDone, string? Why, DateTimeOffset At, Guid? Schedule)
{
    public static Reply Refused(int number, string why) => new(number, IsDone: false, why, default, Schedule: null);
}
