using Regent.Operations.Apps;
using Regent.Operations.Ports;

namespace Regent.Operations.Tests.Apps;

public sealed class ForgetTokensTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task It_is_planned_once_for_the_next_night()
    {
        await office.The<ForgetTokens>().PlanAsync(Office.Ct);
        await office.The<ForgetTokens>().PlanAsync(Office.Ct);

        var (kind, _, due) = Assert.Single(office.Agenda);
        Assert.Equal((AgendaKind.ForgetTokens, Night(days: 1)), (kind, due));
    }

    [Fact]
    public async Task All_that_ended_more_than_a_day_ago_is_forgotten_and_so_it_goes_on()
    {
        await office.The<ForgetTokens>().PlanAsync(Office.Ct);
        var (lately, later) = (Night(days: 1).AddHours(-23), Night(days: 5));
        for (var one = 0; one < 2_500; one++)
        {
            office.World.Apps.Ended.Add(office.Now.AddHours(-20).AddSeconds(one));
        }

        office.World.Apps.Ended.Add(lately);
        office.World.Apps.Ended.Add(later);

        await office.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal([lately, later], office.World.Apps.Ended);
        Assert.Equal([Night(days: 1)], office.Agenda.Select(item => item.Due));

        await office.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal([later], office.World.Apps.Ended);
    }

    private DateTimeOffset Night(int days) => new DateTimeOffset(office.Now.Date, TimeSpan.Zero).AddDays(days).AddHours(3.5);
}
