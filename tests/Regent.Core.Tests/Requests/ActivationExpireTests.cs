using Regent.Core.Requests;
using Regent.Testing;
using static Regent.Core.Tests.Policies.Asking;
using static Regent.Core.Tests.Requests.Steps;

namespace Regent.Core.Tests.Requests;

public sealed class ActivationExpireTests
{
    private static readonly DateTimeOffset End = Now.AddHours(24);

    [Fact]
    public void A_request_nobody_answered_ends_after_24_hours()
    {
        var change = Activation.Expire(Pending(), End)!;

        Assert.Equal((RequestStatus.TimedOut, End), (change.Request.Status, change.Request.CompletedAt));
        Assert.Equal([RequestEventKind.ApprovalExpired], change.Kinds());
        Assert.Null(change.Events[0].Actor);
        Assert.Null(change.Added);
    }

    [Fact]
    public void Before_that_it_waits() => Assert.Null(Activation.Expire(Pending(), End.AddTicks(-1)));

    [Fact]
    public void At_every_moment_a_waiting_request_can_either_be_answered_or_is_over() => Assert.All(
        [Now, End.AddTicks(-1), End, End.AddTicks(1), End.AddDays(9)],
        moment => Assert.NotEqual(
            Activation.Expire(Pending(), moment) is null, Decided(Pending(), No(moment)) is Outcome<RequestChange>.Refused));

    [Fact]
    public void What_was_answered_withdrawn_or_never_asked_stays_as_it_is()
    {
        ScheduleRequest[] settled =
        [
            Decided(Pending(), Yes(Now)).Done().Request,
            Decided(Pending(), No(Now)).Done().Request,
            Pending().Cancel(Alan, planned: null, Now).Done().Request,
            Activation.Expire(Pending(), End)!.Request,
            Planned().Request,
        ];

        Assert.All(settled, request => Assert.Null(Activation.Expire(request, End.AddDays(1))));
    }
}
