using Regent.Core.Assignments;
using Regent.Testing;

namespace Regent.Core.Tests.Assignments;

public sealed class PeriodTests
{
    private static readonly DateTimeOffset Start = Make.Noon;
    private static readonly DateTimeOffset End = Make.Noon.AddHours(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void A_period_holds_its_start_and_not_its_end()
    {
        var hour = new Period(Start, End);

        Assert.False(hour.Contains(Start - Tick));
        Assert.True(hour.Contains(Start));
        Assert.True(hour.Contains(End - Tick));
        Assert.False(hour.Contains(End));
    }

    [Fact]
    public void Two_periods_that_meet_share_no_moment()
    {
        var (first, second) = (new Period(Start, End), new Period(End, End.AddHours(1)));

        Assert.All([Start, End - Tick, End, End + Tick], moment => Assert.NotEqual(first.Contains(moment), second.Contains(moment)));
    }

    [Fact]
    public void A_period_without_an_end_lasts_for_ever()
    {
        var forever = new Period(Start, End: null);

        Assert.True(forever.IsPermanent);
        Assert.True(forever.Contains(DateTimeOffset.MaxValue));
        Assert.False(forever.IsOverAt(DateTimeOffset.MaxValue));
        Assert.False(forever.Contains(Start - Tick));
    }

    [Fact]
    public void A_period_is_over_from_its_end_on()
    {
        var hour = new Period(Start, End);

        Assert.False(hour.IsOverAt(Start - Tick));
        Assert.False(hour.IsOverAt(End - Tick));
        Assert.True(hour.IsOverAt(End));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_period_that_ends_before_it_begins_is_over_from_the_beginning(int minutes)
    {
        var empty = new Period(Start, Start.AddMinutes(minutes));

        Assert.All(
            [DateTimeOffset.MinValue, Start.AddMinutes(-2), Start, DateTimeOffset.MaxValue],
            moment => Assert.True(empty.IsOverAt(moment) && !empty.Contains(moment)));
    }

    [Fact]
    public void A_limit_only_ever_shortens()
    {
        var hour = new Period(Start, End);

        Assert.Equal(hour, hour.EndingBy(null));
        Assert.Equal(hour, hour.EndingBy(End + Tick));
        Assert.Equal(hour, hour.EndingBy(End));
        Assert.Equal(new Period(Start, End - Tick), hour.EndingBy(End - Tick));
        Assert.Equal(hour, new Period(Start, End: null).EndingBy(End));
    }
}
