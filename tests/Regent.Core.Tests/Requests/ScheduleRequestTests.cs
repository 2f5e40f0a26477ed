using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Testing;
using static Regent.Core.Tests.Policies.Asking;
using static Regent.Core.Tests.Requests.Steps;

namespace Regent.Core.Tests.Requests;

public sealed class ScheduleRequestTests
{
    [Theory]
    [InlineData(RequestStatus.PendingApproval, true)]
    [InlineData(RequestStatus.Granted, true)]
    [InlineData(RequestStatus.Provisioned, false)]
    [InlineData(RequestStatus.Revoked, false)]
    [InlineData(RequestStatus.Denied, false)]
    [InlineData(RequestStatus.Canceled, false)]
    [InlineData(RequestStatus.Failed, false)]
    [InlineData(RequestStatus.TimedOut, false)]
    public void What_waits_or_is_planned_can_be_withdrawn(RequestStatus status, bool allowed)
    {
        var outcome = (Pending() with { Status = status }).Cancel(Grace, planned: null, Now.AddHours(1));

        if (!allowed)
        {
            Assert.Equal(RefusalCode.RequestCannotBeCancelled, outcome.Code());
            return;
        }

        var change = outcome.Done();
        Assert.Equal((RequestStatus.Canceled, Now.AddHours(1)), (change.Request.Status, change.Request.CompletedAt));
        Assert.Equal([new RequestEvent(RequestEventKind.Canceled, Now.AddHours(1), Grace, Reason: null)], change.Events);
    }

    [Fact]
    public void What_was_planned_and_withdrawn_never_begins()
    {
        var (request, schedule) = Planned();

        var ended = request.Cancel(Alan, schedule, Now.AddHours(1)).Done().Ended!;

        Assert.False(ended.IsOpenAt(Now.AddHours(1)));
        Assert.False(ended.IsInForceAt(schedule.Period.Start));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(30 * TimeSpan.TicksPerDay, false)]
    public void What_has_begun_cannot_be_withdrawn_though_nobody_has_noticed_it_yet(long ticksAfterStart, bool allowed)
    {
        var (request, schedule) = Planned();
        var now = schedule.Period.Start.AddTicks(ticksAfterStart);

        Assert.Equal(allowed, request.IsCancelableAt(schedule, now));
        Assert.Equal(allowed, request.Cancel(Alan, schedule, now) is Outcome<RequestChange>.Done);
    }

    [Fact]
    public void The_ask_behind_a_request_can_be_judged_again()
    {
        var asked = Ask with { Start = Now.AddHours(3), Expiration = new Expiration.AfterDateTime(Now.AddHours(4)) };

        Assert.Equal(
            asked with { Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(1)) }, Submitted(asked, Facts).Request.Ask);
    }
}
