using Regent.Core.Assignments;
using Regent.Testing;

namespace Regent.Core.Tests.Assignments;

public sealed class ExpirationTests
{
    [Fact]
    public void The_three_ways_to_end()
    {
        var end = Make.Noon.AddDays(7);

        Assert.Null(new Expiration.Never().EndFrom(Make.Noon));
        Assert.Equal(end, new Expiration.AfterDateTime(end).EndFrom(Make.Noon));
        Assert.Equal(end, new Expiration.AfterDuration(TimeSpan.FromDays(7)).EndFrom(Make.Noon));
    }

    [Fact]
    public void An_end_beyond_the_calendar_is_its_last_moment()
    {
        var endless = new Expiration.AfterDuration(TimeSpan.MaxValue);

        Assert.Equal(DateTimeOffset.MaxValue, endless.EndFrom(Make.Noon));
        Assert.Equal(DateTimeOffset.MaxValue, endless.EndFrom(DateTimeOffset.MaxValue));
        Assert.Equal(
            DateTimeOffset.MaxValue,
            new Expiration.AfterDuration(TimeSpan.FromDays(1))
                .EndFrom(new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.FromHours(14))));
    }

    [Fact]
    public void An_end_before_the_calendar_is_its_first_moment() =>
        Assert.Equal(DateTimeOffset.MinValue, new Expiration.AfterDuration(TimeSpan.MinValue).EndFrom(Make.Noon));
}
