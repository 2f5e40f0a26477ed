using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Testing;
using static Regent.Core.Tests.Policies.Asking;
using static Regent.Core.Tests.Requests.Steps;

namespace Regent.Core.Tests.Requests;

public sealed class ActivationDeactivateTests
{
    private static readonly Schedule Running = Make.Activation(Eligibility, Alan, Now, Now.AddHours(2));

    [Theory]
    [InlineData("00:05:00", true)]
    [InlineData("00:04:59.9999999", false)]
    [InlineData("00:04:59", false)]
    [InlineData("00:00:00", false)]
    public void An_activation_can_be_ended_after_its_first_five_minutes(string after, bool allowed)
    {
        var outcome = Ending(Running, Now + TimeSpan.Parse(after, null));

        if (!allowed)
        {
            Assert.Equal(RefusalCode.ActiveDurationTooShort, outcome.Code());
            return;
        }

        Assert.Equal(RequestStatus.Revoked, outcome.Done().Request.Status);
    }

    [Fact]
    public void Ending_it_is_a_request_of_its_own_that_is_done_at_once()
    {
        var at = Now.AddHours(1);

        var change = Ending(Running, at).Done();

        Assert.Equal((RequestAction.SelfDeactivate, Running.Id, at), (change.Request.Action, change.Request.Schedule, change.Request.CompletedAt));
        Assert.Equal((Alan, Alan, "Done early."), (change.Request.Principal, change.Request.CreatedBy, change.Request.Justification));
        Assert.Equal([RequestEventKind.Asked, RequestEventKind.Completed], change.Kinds());
        Assert.Equal(Running with { EndedAt = at }, change.Ended);
        Assert.False(change.Ended!.IsInForceAt(at));
        Assert.Null(change.Added);
    }

    [Fact]
    public void No_words_are_needed() => Assert.IsType<Outcome<RequestChange>.Done>(
        Activation.Deactivate(RequestId.At(Now), Alan, Running, justification: null, Now.AddHours(1)));

    [Fact]
    public void Words_that_are_given_have_a_longest_and_can_be_written_down() => Assert.All(
        [new string('x', 4001), "a\0b"],
        words => Assert.Equal(
            RefusalCode.JustificationRule, Activation.Deactivate(RequestId.At(Now), Alan, Running, words, Now.AddHours(1)).Code()));

    [Fact]
    public void Only_an_own_activation_that_runs_can_be_ended()
    {
        Schedule[] others =
        [
            Make.Activation(Eligibility, Grace, Now.AddHours(-1), Now.AddHours(1)),
            Make.Activation(Eligibility, Alan, Now.AddHours(-1), Now),
            Make.Activation(Eligibility, Alan, Now.AddHours(-1), Now.AddHours(1)).End(Now),
            Make.Activation(Eligibility, Alan, Now.AddTicks(1), Now.AddHours(1)),
            Make.Assignment(Alan, Role, Now.AddHours(-1)),
            Eligibility,
        ];

        Assert.All(others, one => Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, Ending(one, Now).Code()));
    }

    private static Outcome<RequestChange> Ending(Schedule schedule, DateTimeOffset now) =>
        Activation.Deactivate(RequestId.At(now), Alan, schedule, "Done early.", now);
}
