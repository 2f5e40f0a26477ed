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
}
