using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Provisioning;
using Regent.Testing.Contracts;

namespace Regent.Testing.Rules;

/// <summary>What lands in a target is not lost sight of: not when the target moves, and not when the mapping goes that gave it.</summary>
public abstract class TargetRules(PortsUnderTest ports) : RuleContract(ports)
{
    private const string There = "https://there.example";
    private const string Here = "https://here.example";
    private const int MostRounds = 50;

    private static readonly Holding Alans = new("alan.turing", "admins");

    [Fact]
    public async Task A_target_moves_only_when_nothing_is_left_and_is_planned_and_started_anew()
    {
        var (target, mapping) = await StartedAsync();
        await GiveAsync();
        await LandAsync(target);
        Assert.Equal([Alans], Org.Systems[There].Held);
        Assert.Equal(RefusalCode.InvalidTarget, (await MoveAsync(target)).Code());

        (await Org.The<RemoveMapping>().ExecuteAsync(Org.As(Org.Ada), target, mapping.Id, Ct)).Done();
        await LandAsync(target);
        Assert.Equal(TargetState.New, (await MoveAsync(target)).Done().State);
        (await MapAsync(target)).Done();
        await LandAsync(target);
        Assert.False(Org.Systems[Here].Held.Any());

        await StartAsync(target);
        await LandAsync(target);

        Assert.Equal([Alans], Org.Systems[Here].Held);
        Assert.Empty(Org.Systems[There].Held);
    }

    [Fact]
    public async Task The_same_system_under_another_address_has_all_of_its_lines_looked_at_again()
    {
        var (target, _) = await StartedAsync();
        await GiveAsync();
        await LandAsync(target);

        (await MoveAsync(target, isSame: true)).Done();
        await StartAsync(target);
        await LandAsync(target);

        Assert.Equal([Alans], Org.Systems[Here].Held);
    }

    [Fact]
    public async Task Sessions_end_with_the_mapping_that_said_so()
    {
        var (target, mapping) = await StartedAsync();
        await GiveAsync();
        await LandAsync(target);

        (await Org.The<RemoveMapping>().ExecuteAsync(Org.As(Org.Ada), target, mapping.Id, Ct)).Done();
        await LandAsync(target);

        Assert.Empty(Org.Systems[There].Held);
        Assert.Equal("end sessions alan.turing in admins", Org.Systems[There].Calls[^1]);
    }

    [Fact]
    public async Task A_target_does_not_move_at_the_moment_in_which_anything_is_given_there()
    {
        var (target, _) = await StartedAsync();
        Outcome<Target>? moved = null;
        Org.Systems[There].Asked = _ => moved ??= Task.Run(() => MoveAsync(target), Ct).GetAwaiter().GetResult();
        await GiveAsync();

        await LandAsync(target);

        Assert.Equal(RefusalCode.InvalidTarget, moved!.Code());
        Assert.Equal([Alans], Org.Systems[There].Held);
    }

    private static TargetAsk Ask(string address, bool isSame = false) =>
        new("The system", TargetKind.Webhook, "{name}", new Dictionary<string, string> { ["address"] = address })
        {
            HasMoved = isSame,
        };

    private async Task<(TargetId Target, Mapping Mapping)> StartedAsync()
    {
        var target = (await Org.The<SaveTarget>().ExecuteAsync(Org.As(Org.Ada), id: null, Ask(There), Ct)).Done().Id;
        var mapping = (await MapAsync(target)).Done();
        await StartAsync(target);
        await LandAsync(target);
        return (target, mapping);
    }

    private Task<Outcome<Mapping>> MapAsync(TargetId target) => Org.The<SaveMapping>().ExecuteAsync(
        Org.As(Org.Ada), target, id: null, new MappingAsk(Helpdesk, Scope.Tenant, ["admins"], new Landing(WarnBefore: null, CloseBefore: null, EndSessions: true)), Ct);

    private async Task StartAsync(TargetId target)
    {
        (await Org.The<PlanTarget>().ExecuteAsync(Org.As(Org.Ada), target, Ct)).Done();
        (await Org.The<ChangeTargetState>().StartAsync(Org.As(Org.Ada), target, Ct)).Done();
    }

    private Task<Outcome<Target>> MoveAsync(TargetId target, bool isSame = false) =>
        Org.The<SaveTarget>().ExecuteAsync(Org.As(Org.Ada), target, Ask(Here, isSame), Ct);

    private async Task GiveAsync() =>
        (await Org.AssignAsync(ScheduleKind.Assignment, Alan, Helpdesk, Scope.Tenant, new Expiration.AfterDuration(TimeSpan.FromHours(2)))).Done();

    private async Task LandAsync(TargetId target)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (!(await Org.The<TargetLane>().DoNextAsync(target, Ct) <= Org.Now))
            {
                return;
            }
        }

        Assert.Fail("There is always something to do.");
    }
}
