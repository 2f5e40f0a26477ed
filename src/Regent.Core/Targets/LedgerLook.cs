using Regent.Core.Assignments;

namespace Regent.Core.Targets;

/// <summary>What should be true of one line of the ledger at a moment: the union of all that covers it.</summary>
/// <param name="IsWanted">Whether the account is to have it.</param>
/// <param name="Until">Until when without a gap by what is known now; null is without end, or not wanted at all.</param>
/// <param name="NextLook">When that may change, or something is due before its end; null is never by what is known now.</param>
public sealed record LedgerLook(bool IsWanted, DateTimeOffset? Until, DateTimeOffset? NextLook)
{
    /// <summary>Looks at a line.</summary>
    /// <param name="covers">All that covers it, now or later.</param>
    /// <param name="landing">How it is to end.</param>
    /// <param name="now">The moment.</param>
    public static LedgerLook At(IReadOnlyCollection<Cover> covers, Landing landing, DateTimeOffset now)
    {
        var periods = covers.Select(cover => cover.Period).OfType<Period>().Where(period => !period.IsOverAt(now)).ToList();
        var wanted = periods.Exists(period => period.Contains(now));
        var until = wanted ? UnionEnd(periods, now) : null;
        var moments = periods.Select(period => (DateTimeOffset?)period.Start).Concat(periods.Select(period => period.End))
            .Append(until - landing.WarnBefore).Append(until - landing.CloseBefore);
        return new LedgerLook(wanted, until, moments.Where(moment => moment > now).Min());
    }

    // Periods that touch or overlap are one; the end of the one that runs now is where none of them goes on.
    private static DateTimeOffset? UnionEnd(List<Period> periods, DateTimeOffset now)
    {
        var end = now;
        foreach (var period in periods.OrderBy(period => period.Start))
        {
            if (period.Start > end)
            {
                break;
            }

            if (period.End is not { } itsEnd)
            {
                return null;
            }

            end = itsEnd > end ? itsEnd : end;
        }

        return end;
    }
}
