using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Core.Tests.Assignments;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Start = Make.Noon;
    private static readonly DateTimeOffset End = Make.Noon.AddHours(8);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static readonly Schedule Planned =
        Make.Assignment(Make.User("Alan Turing").Id, DirectoryRoles.GlobalReader, Start, End);

    [Fact]
    public void A_schedule_is_in_force_from_its_start_up_to_its_end()
    {
        Assert.False(Planned.IsInForceAt(Start - Tick));
        Assert.True(Planned.IsInForceAt(Start));
        Assert.True(Planned.IsInForceAt(End - Tick));
        Assert.False(Planned.IsInForceAt(End));
    }

    [Fact]
    public void A_schedule_is_open_until_it_is_over()
    {
        Assert.True(Planned.IsOpenAt(Start.AddDays(-30)));
        Assert.True(Planned.IsOpenAt(End - Tick));
        Assert.False(Planned.IsOpenAt(End));
    }

    [Fact]
    public void A_schedule_ended_early_is_over_from_that_moment_and_keeps_what_was_planned()
    {
        var ended = Planned.End(Start.AddHours(1));

        Assert.Equal(new Period(Start, Start.AddHours(1)), ended.Effective);
        Assert.Equal(Planned.Period, ended.Period);
        Assert.True(ended.IsInForceAt(Start.AddHours(1) - Tick));
        Assert.False(ended.IsInForceAt(Start.AddHours(1)));
        Assert.False(ended.IsOpenAt(Start.AddHours(1)));
    }

    [Fact]
    public void A_permanent_schedule_can_be_ended()
    {
        var ended = Make.Assignment(Planned.Principal, Planned.Role, Start).End(Start.AddYears(1));

        Assert.False(ended.Effective.IsPermanent);
        Assert.True(ended.Period.IsPermanent);
        Assert.False(ended.IsInForceAt(Start.AddYears(1)));
    }

    [Fact]
    public void A_schedule_ended_before_its_start_is_never_in_force()
    {
        var ended = Planned.End(Start.AddDays(-1));

        Assert.All(
            [Start.AddDays(-2), Start.AddDays(-1), Start, Start.AddHours(1), End],
            moment => Assert.False(ended.IsInForceAt(moment) || ended.IsOpenAt(moment)));
    }

    [Fact]
    public void A_schedule_ended_at_its_very_start_is_never_in_force()
    {
        var ended = Planned.End(Start);

        Assert.False(ended.IsInForceAt(Start));
        Assert.False(ended.IsOpenAt(Start - Tick));
    }

    [Fact]
    public void Ending_what_is_over_changes_nothing()
    {
        Assert.Equal(Planned, Planned.End(End));

        var ended = Planned.End(Start.AddHours(1));
        Assert.Equal(ended, ended.End(Start.AddHours(2)));
    }
}
