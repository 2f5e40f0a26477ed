using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

public sealed class StoryLinesTests : PortalContext
{
    private readonly Principal alan;
    private readonly Principal grace;
    private readonly RoleDefinition role;

    public StoryLinesTests()
    {
        alan = World.AddUser("Alan Turing");
        grace = World.AddUser("Grace Hopper");
        role = World.AddRole("Exchange Administrator");
        World.Set(role.Id, new ActivationSettings { RequiresApproval = true, Approvers = [grace.Id] });
        World.MakeEligible(alan, role.Id);
    }

    [Fact]
    public async Task A_request_that_waits_says_who_was_asked_and_when_it_lapses()
    {
        var request = await AskAsync();

        var lines = await TellAsync(request, alan);

        Assert.Equal(["You asked", "Grace Hopper was asked to approve", "Waits for an answer, and lapses without one"], Titles(lines));
        Assert.Equal("Mailbox audit", lines[0].Said);
        Assert.Equal(World.Now.AddHours(24), lines[2].At);
    }

    [Fact]
    public async Task The_approver_reads_of_themselves_as_you()
    {
        var request = await AskAsync();
        await DecideAsync(request, approve: true);

        Assert.Equal(
            ["Alan Turing asked", "You were asked to approve", "You approved", "In effect", "Ends"], Titles(await TellAsync(request, grace)));
    }

    [Fact]
    public async Task A_denial_ends_the_story_with_its_words()
    {
        var request = await AskAsync();
        await DecideAsync(request, approve: false);

        var last = (await TellAsync(request, alan))[^1];

        Assert.Equal(new StoryLine("Grace Hopper denied", Meaning.Denied, World.Now, "Because."), last);
    }

    [Fact]
    public async Task What_it_gives_is_told_after_it_is_in_effect_and_to_the_second()
    {
        var request = await AskAsync();
        await DecideAsync(request, approve: true);
        var seen = new LandedLine(TargetId.At(World.Now), Meaning.InEffect, "Seen in Directory", World.Now);
        var failing = seen with { Of = Meaning.Denied, Words = "Failing in Servers", At = null, FailingSince = World.Now, Said = "Not that one." };

        var lines = await TellAsync(request, alan, seen, failing);

        Assert.Equal(["In effect", "Seen in Directory", "Failing in Servers", "Ends"], Titles(lines).Skip(3));
        Assert.Equal((World.Now, "Not that one."), (lines[5].At, lines[5].Said));
        Assert.True(lines[3].IsExact && lines[4].IsExact);
        Assert.DoesNotContain(await TellAsync(request, alan), line => line.IsExact);
    }

    private static IEnumerable<string> Titles(IEnumerable<StoryLine> lines) => lines.Select(line => line.Title);

    private async Task<RequestId> AskAsync() => Done(await Services.GetRequiredService<ActivateRole>().ExecuteAsync(
        new Caller(alan.Id, MfaAt: null),
        new ActivationAsk(alan.Id, role.Id, Scope.Tenant)
        {
            Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(2)),
            Justification = "Mailbox audit",
        },
        Xunit.TestContext.Current.CancellationToken)).Id;

    private async Task DecideAsync(RequestId request, bool approve) => Done(await Services.GetRequiredService<DecideRequest>().ExecuteAsync(
        new Caller(grace.Id, MfaAt: null), request, approve, "Because.", Xunit.TestContext.Current.CancellationToken));

    private async Task<IReadOnlyList<StoryLine>> TellAsync(RequestId request, Principal reader, params LandedLine[] landed)
    {
        var story = Done(await Services.GetRequiredService<GetRequest>().ExecuteAsync(
            new Caller(reader.Id, MfaAt: null), request, Xunit.TestContext.Current.CancellationToken));

        return StoryLines.Of(story, reader.Id, World.Now, landed);
    }

    private static T Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome).Value;
}
