using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Targets;

/// <summary>What is special about Azure as a target.</summary>
public sealed class AzureMannersTests(SecureServer server) : IClassFixture<SecureServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Access_ends_there_by_itself_five_minutes_after_the_end_of_the_ledger()
    {
        await using var system = await AzureUnderTest.StartAsync(server);
        var holding = new Holding(system.Accounts[0], system.Entitlements[0]);
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal([TargetAnswer.Done], await system.Target.GrantAsync([new TargetGrant(holding, now.AddMinutes(20))], Ct));
        Assert.Equal([TargetAnswer.Done], await system.Target.GrantAsync([new TargetGrant(holding, now.AddMinutes(30))], Ct));

        server.Clock.Advance(TimeSpan.FromMinutes(33));
        Assert.Equal([Observation.Held], await system.Target.ObserveAsync([holding], Ct));
        server.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal([Observation.Absent], await system.Target.ObserveAsync([holding], Ct));
    }

    [Fact]
    public async Task Roles_and_scopes_that_are_not_there_are_said_and_do_not_hold_up_the_others()
    {
        await using var system = await AzureUnderTest.StartAsync(server);
        var good = new Holding(system.Accounts[0], system.Entitlements[0]);
        var noRole = good with { Entitlement = $"No such role{good.Entitlement[good.Entitlement.IndexOf(" @ ", StringComparison.Ordinal)..]}" };
        var noScope = good with { Entitlement = $"{good.Entitlement}zzz" };

        var answers = await system.Target.GrantAsync([.. new[] { noRole, noScope, good }.Select(one => new TargetGrant(one, Until: null))], Ct);

        Assert.Equal([TargetResult.UnknownEntitlement, TargetResult.Refused, TargetResult.Done], answers.Select(answer => answer.Result));
        Assert.Equal([TargetAnswer.Done], await system.Target.RevokeAsync([noRole], Ct));
        Assert.Equal([Observation.Absent], await system.Target.ObserveAsync([noRole], Ct));
        var list = await system.Target.ListAsync([noRole.Entitlement, good.Entitlement], Ct);
        Assert.Equal([noRole.Entitlement], list.Unknown);
        Assert.Equal([good], list.Holdings);
    }

    [Fact]
    public async Task What_is_too_young_to_be_taken_back_is_told_in_Azures_words_and_ends_when_that_is_over()
    {
        await using var system = await AzureUnderTest.StartAsync(server);
        var mine = new Holding(system.Accounts[0], system.Entitlements[0]);
        await system.Target.GrantAsync([new TargetGrant(mine, Until: null)], Ct);
        var given = server.Clock.GetUtcNow();
        await using var hasty = system.OpenHasty();

        var answer = Assert.Single(await hasty.RevokeAsync([mine], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("ActiveDurationTooShort", answer.Words, StringComparison.Ordinal);
        Assert.Contains("It ends there by itself", answer.Words, StringComparison.Ordinal);
        Assert.InRange(answer.RetryAt!.Value, given.AddMinutes(5), given.AddMinutes(5).AddSeconds(5));
        Assert.Equal([Observation.Held], await hasty.ObserveAsync([mine], Ct));
        server.Clock.Advance(answer.RetryAt.Value - server.Clock.GetUtcNow());
        Assert.Equal([Observation.Absent], await hasty.ObserveAsync([mine], Ct));
        Assert.Equal([TargetAnswer.Done], await hasty.RevokeAsync([mine], Ct));
    }

    [Fact]
    public async Task What_somebody_activated_there_is_neither_taken_over_nor_taken_away()
    {
        await using var system = await AzureUnderTest.StartAsync(server);
        var theirs = new Holding(system.Accounts[0], system.Entitlements[0]);
        await server.ActivateAsync("alan", SecondAzure.IdOf("Reader"), SecondAzure.At(theirs.Entitlement[(theirs.Entitlement.IndexOf('/', StringComparison.Ordinal))..]));

        var answer = Assert.Single(await system.Target.GrantAsync([new TargetGrant(theirs, Until: null)], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("activated it there by themselves", answer.Words, StringComparison.Ordinal);
        Assert.Equal([Observation.Absent], await system.Target.ObserveAsync([theirs], Ct));
        Assert.Empty((await system.Target.ListAsync([theirs.Entitlement], Ct)).Holdings);
        Assert.Equal([TargetAnswer.Done], await system.Target.RevokeAsync([theirs], Ct));
        Assert.Equal(new HashSet<Holding> { theirs }, await system.HeldAsync(Ct));
    }
}
