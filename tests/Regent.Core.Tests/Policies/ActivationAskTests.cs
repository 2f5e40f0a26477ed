using Regent.Core.Assignments;
using Regent.Core.Policies;
using static Regent.Core.Tests.Policies.Asking;

namespace Regent.Core.Tests.Policies;

public sealed class ActivationAskTests
{
    public static TheoryData<DateTimeOffset> FarMoments =>
    [
        DateTimeOffset.MinValue,
        DateTimeOffset.MaxValue,
        new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.FromHours(14)),
        new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.FromHours(-14)),
        DateTimeOffset.UnixEpoch,
    ];

    public static TheoryData<TimeSpan> FarDurations =>
        [TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromDays(3_652_058), TimeSpan.FromDays(-3_652_058), TimeSpan.FromTicks(-1)];

    [Fact]
    public void A_duration_is_as_said_whether_it_begins_now_or_later()
    {
        Assert.Equal(TimeSpan.FromHours(2), Ask.DurationAt(Now));
        Assert.Equal(TimeSpan.FromHours(2), (Ask with { Start = Now.AddDays(1) }).DurationAt(Now));
    }

    [Fact]
    public void An_end_given_as_a_moment_makes_a_duration_from_the_wished_start()
    {
        var until = Ask with { Expiration = new Expiration.AfterDateTime(Now.AddHours(3)) };

        Assert.Equal(TimeSpan.FromHours(3), until.DurationAt(Now));
        Assert.Equal(TimeSpan.FromHours(1), (until with { Start = Now.AddHours(2) }).DurationAt(Now));
        Assert.Equal(TimeSpan.FromHours(3), (until with { Start = Now.AddHours(-2) }).DurationAt(Now));
    }

    [Fact]
    public void No_end_makes_no_duration()
    {
        Assert.Null((Ask with { Expiration = null }).DurationAt(Now));
        Assert.Null((Ask with { Expiration = new Expiration.Never() }).DurationAt(Now));
    }

    [Theory]
    [MemberData(nameof(FarMoments))]
    public void No_start_whatever_is_more_than_a_verdict(DateTimeOffset start)
    {
        foreach (var duration in FarDurations.Select(row => row.Data))
        {
            Assert.IsType<Verdict.Refused>(ActivationJudgement.Judge(For(duration) with { Start = start }, Facts));
        }
    }

    [Theory]
    [MemberData(nameof(FarMoments))]
    public void No_end_whatever_is_more_than_a_verdict(DateTimeOffset end) => Assert.All(
        FarMoments.Select(row => row.Data),
        start => Assert.IsType<Verdict.Refused>(
            ActivationJudgement.Judge(Ask with { Start = start, Expiration = new Expiration.AfterDateTime(end) }, Facts)));
}
