using CsCheck;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Targets;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>What should be true of a line of the ledger is the naive union of all that covers it, at every second.</summary>
public sealed class UnionTests
{
    private const int Seconds = 60;

    private static readonly DateTimeOffset Zero = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    // Some periods are empty, some have no end, and one in ten does not count whatever it says.
    private static readonly Gen<(int Start, int? End)?> AnyPeriod = Gen.Select(
        Gen.Int[0, 50], Gen.Int[-3, 30], Gen.Int[0, 9], Gen.Int[0, 9],
        (start, length, forever, counts) => counts == 0 ? ((int, int?)?)null : (start, forever == 0 ? null : start + length));

    [Fact]
    public void It_is_wanted_when_any_period_has_the_moment_until_none_goes_on() => AnyPeriod.Array[0, 8].Sample(
        periods =>
        {
            for (var second = 0; second <= Seconds; second++)
            {
                var look = LedgerLook.At([.. periods.Select(Cover)], Landing.AtTheEnd, At(second));
                Assert.Equal(Has(periods, second), look.IsWanted);
                Assert.Equal(End(periods, second) is { } end ? At(end) : null, look.Until);
                Assert.True(Enumerable.Range(second, Seconds).All(
                    later => Has(periods, later) == look.IsWanted || look.NextLook <= At(later)), $"Nobody looks again after {second}.");
            }
        },
        iter: 2000, print: periods => string.Join(", ", periods));

    private static bool Has((int Start, int? End)?[] periods, int second) =>
        periods.Any(period => period is { } one && one.Start <= second && (one.End is null || second < one.End));

    // Second by second: the first one that nothing has.
    private static int? End((int Start, int? End)?[] periods, int second)
    {
        if (!Has(periods, second) || periods.Any(period => period is { End: null } one && Enumerable.Range(second, Math.Max(0, one.Start - second)).All(at => Has(periods, at))))
        {
            return null;
        }

        return Enumerable.Range(second, 2 * Seconds).First(at => !Has(periods, at));
    }

    private static DateTimeOffset At(int second) => Zero.AddSeconds(second);

    private static Cover Cover((int Start, int? End)? period) => new(
        new Receipt(default, default, default, default(PrincipalId), Zero),
        period is { } one ? new Period(At(one.Start), one.End is { } end ? At(end) : null) : null);
}
