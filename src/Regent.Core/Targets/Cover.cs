using Regent.Core.Assignments;

namespace Regent.Core.Targets;

/// <summary>An assignment that is to cover a line of the ledger, with when it does by what is known now.</summary>
/// <param name="Receipt">The receipt that stands for it.</param>
/// <param name="Period">When it covers; null when it does not any more, whatever the schedule says.</param>
public sealed record Cover(Receipt Receipt, Period? Period)
{
    public bool IsInForceAt(DateTimeOffset now) => Period?.Contains(now) == true;

    /// <summary>Whether it will never cover again.</summary>
    public bool IsOverAt(DateTimeOffset now) => Period is not { } period || period.IsOverAt(now);
}
