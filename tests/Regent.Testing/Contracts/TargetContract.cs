using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Testing.Contracts;

/// <summary>What every target promises, whatever the system behind it. Each test looks with a client of its own.</summary>
public abstract class TargetContract : IAsyncLifetime
{
    private TargetUnderTest? started;

    public static TheoryData<string> HostileNames =>
    [
        "o'neil", "a\"b", "a;drop role x;--", "x)(uid=*", "*", "cn=admin,dc=regent,dc=example", "a,b+c=d\\", "new\nline", "tab\tand\0nothing",
        "jürgen.müßig", "ユーザー", "../../admin", "%2e%2e", "<b>bold</b>", "$(id)", " leading and trailing ", "#hash", "-option",
        new string('a', 1_000),
    ];

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TargetUnderTest System => started ?? throw new InvalidOperationException("The system is not started yet.");

    private ITarget Target => System.Target;

    private Holding First => new(System.Accounts[0], System.Entitlements[0]);

    private Holding Second => new(System.Accounts[1], System.Entitlements[0]);

    private Holding Other => new(System.Accounts[0], System.Entitlements[1]);

    public async ValueTask InitializeAsync() => started = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await (started?.DisposeAsync() ?? ValueTask.CompletedTask);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the system, or skips the test with the reason why it cannot be had here.</summary>
    protected abstract Task<TargetUnderTest> StartAsync();

    [Fact]
    public async Task What_is_granted_is_there_and_nothing_else()
    {
        Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await GrantAsync(First, Other));

        Assert.Equal(new HashSet<Holding> { First, Other }, await System.HeldAsync(Ct));
    }

    [Fact]
    public async Task Granting_again_is_done_and_changes_nothing()
    {
        await GrantAsync(First);

        Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await GrantAsync(First, First));

        Assert.Equal(new HashSet<Holding> { First }, await System.HeldAsync(Ct));
    }

    [Fact]
    public async Task What_is_revoked_is_gone_and_nothing_else()
    {
        await GrantAsync(First, Second, Other);

        Assert.Equal([TargetAnswer.Done], await Target.RevokeAsync([First], Ct));

        Assert.Equal(new HashSet<Holding> { Second, Other }, await System.HeldAsync(Ct));
    }

    [Fact]
    public async Task Revoking_again_is_done_and_the_last_can_go()
    {
        await GrantAsync(First);
        await Target.RevokeAsync([First], Ct);

        Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await Target.RevokeAsync([First, Second], Ct));

        Assert.Empty(await System.HeldAsync(Ct));
    }

    [Fact]
    public async Task Granting_with_another_end_moves_it_and_takes_nothing()
    {
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal([TargetAnswer.Done], await Target.GrantAsync([new TargetGrant(First, now.AddHours(1))], Ct));
        Assert.Equal([TargetAnswer.Done], await Target.GrantAsync([new TargetGrant(First, now.AddHours(2))], Ct));
        Assert.Equal([TargetAnswer.Done], await GrantAsync(First));

        Assert.Equal(new HashSet<Holding> { First }, await System.HeldAsync(Ct));
    }

    [Fact]
    public async Task What_is_there_is_seen_and_what_is_not_is_not()
    {
        await GrantAsync(First);

        Assert.Equal([Observation.Absent, Observation.Held, Observation.Absent], await Target.ObserveAsync([Second, First, Other], Ct));
    }

    [Fact]
    public async Task The_list_has_everything_also_what_was_given_behind_the_back()
    {
        await GrantAsync(First);
        var outside = new Holding(System.Accounts[2], System.Entitlements[1]);
        await System.GiveOutsideAsync(outside, Ct);

        var list = await Target.ListAsync([.. System.Entitlements], Ct);

        Assert.Null(list.Trouble);
        Assert.Empty(list.Unknown);
        Assert.Equal(new[] { First, outside }.ToHashSet(), list.Holdings.ToHashSet());
        Assert.Equal(2, list.Holdings.Count);
    }

    [Fact]
    public async Task The_list_holds_only_what_is_asked_for()
    {
        await GrantAsync(First, Other);

        Assert.Equal([Other], (await Target.ListAsync([Other.Entitlement], Ct)).Holdings);
        Assert.Empty((await Target.ListAsync([], Ct)).Holdings);
    }

    [Fact]
    public async Task Nothing_asked_is_nothing_answered()
    {
        Assert.Empty(await Target.GrantAsync([], Ct));
        Assert.Empty(await Target.RevokeAsync([], Ct));
        Assert.Empty(await Target.ObserveAsync([], Ct));
    }

    [Fact]
    public async Task Many_at_once_are_all_done()
    {
        var all = System.Accounts.SelectMany(account => System.Entitlements.Select(one => new Holding(account, one))).ToArray();

        Assert.All(await GrantAsync(all), answer => Assert.Equal(TargetAnswer.Done, answer));
        Assert.Equal(all.ToHashSet(), await System.HeldAsync(Ct));
        Assert.All(await Target.RevokeAsync(all, Ct), answer => Assert.Equal(TargetAnswer.Done, answer));
        Assert.Empty(await System.HeldAsync(Ct));
    }

    [Fact]
    public async Task An_unknown_account_is_said_and_does_not_hold_up_the_others()
    {
        Assert.SkipUnless(System.KnowsAccounts, "The system has no list of accounts.");
        var stranger = new Holding("nobody-by-this-name", First.Entitlement);

        var answers = await GrantAsync(stranger, First);

        Assert.Equal([TargetResult.UnknownAccount, TargetResult.Done], answers.Select(answer => answer.Result));
        Assert.Contains("nobody-by-this-name", answers[0].Words, StringComparison.Ordinal);
        Assert.Equal([TargetAnswer.Done], await Target.RevokeAsync([stranger], Ct));
        Assert.Equal([Observation.Absent], await Target.ObserveAsync([stranger], Ct));
    }

    [Fact]
    public async Task An_unknown_entitlement_is_said_and_does_not_hold_up_the_others()
    {
        Assert.SkipUnless(System.KnowsEntitlements, "The system has no list of entitlements.");
        var nothing = First with { Entitlement = First.Entitlement.Replace(First.Entitlement[^3..], "zzz", StringComparison.Ordinal) };

        var answers = await GrantAsync(nothing, First);

        Assert.Equal([TargetResult.UnknownEntitlement, TargetResult.Done], answers.Select(answer => answer.Result));
        Assert.Contains(nothing.Entitlement, answers[0].Words, StringComparison.Ordinal);
        Assert.Equal([TargetAnswer.Done], await Target.RevokeAsync([nothing], Ct));
        Assert.Equal([Observation.Absent], await Target.ObserveAsync([nothing], Ct));
        var list = await Target.ListAsync([nothing.Entitlement, First.Entitlement], Ct);
        Assert.Equal([nothing.Entitlement], list.Unknown);
        Assert.Equal([First], list.Holdings);
    }

    [Fact]
    public async Task What_the_target_refuses_is_told_in_its_own_words()
    {
        Assert.SkipWhen(System.NeverRefuses is not null, System.NeverRefuses ?? "");
        await System.RefuseChangesAsync(Ct);

        var answer = Assert.Single(await GrantAsync(First));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.False(string.IsNullOrWhiteSpace(answer.Words));
        Assert.Empty(await System.HeldAsync(Ct));
        Assert.Contains(await Target.CheckAsync(Ct), finding => !finding.IsGood);
    }

    [Fact]
    public async Task A_check_of_what_is_well_finds_only_good_things_and_changes_nothing()
    {
        var findings = await Target.CheckAsync(Ct);

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.True(finding.IsGood, finding.Words));
        Assert.Empty(await System.HeldAsync(Ct));
    }

    [Fact]
    public async Task A_target_that_cannot_be_reached_is_an_answer_and_works_again_when_it_is_back()
    {
        var proxy = Network();
        await GrantAsync(Second);
        proxy.Cut();

        Assert.Equal([TargetResult.Unreachable, TargetResult.Unreachable], (await GrantAsync(First, Other)).Select(answer => answer.Result));
        Assert.Equal(TargetResult.Unreachable, Assert.Single(await Target.RevokeAsync([Second], Ct)).Result);
        Assert.Equal(TargetResult.Unreachable, Assert.Single(await Target.ObserveAsync([Second], Ct)).Trouble?.Result);
        Assert.Equal(TargetResult.Unreachable, (await Target.ListAsync([First.Entitlement], Ct)).Trouble?.Result);
        Assert.Contains(await Target.CheckAsync(Ct), finding => !finding.IsGood);

        proxy.Mend();
        Assert.Equal([TargetAnswer.Done], await GrantAsync(First));
        Assert.Equal(new HashSet<Holding> { First, Second }, await System.HeldAsync(Ct));
    }

    [Fact]
    public async Task A_target_that_does_not_answer_is_given_up_in_time()
    {
        var proxy = Network();
        await GrantAsync(Second);
        proxy.Hang();

        var answer = Assert.Single(await GrantAsync(First).WaitAsync(TimeSpan.FromSeconds(20), Ct));

        Assert.Equal(TargetResult.Unreachable, answer.Result);
        proxy.Mend();
        Assert.Equal([TargetAnswer.Done], await GrantAsync(First));
    }

    [Fact]
    public async Task A_call_that_is_cut_in_the_middle_can_be_repeated()
    {
        var proxy = Network();
        for (var bytes = 1; bytes <= 4_096; bytes *= 4)
        {
            proxy.CutAfter(bytes);
            await GrantAsync(First, Second);
            proxy.Mend();
            Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await AgainAsync(() => GrantAsync(First, Second)));
            Assert.Equal(new HashSet<Holding> { First, Second }, await System.HeldAsync(Ct));
            proxy.CutAfter(bytes);
            await Target.RevokeAsync([First, Second], Ct);
            proxy.Mend();
            Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await AgainAsync(() => Target.RevokeAsync([First, Second], Ct)));
            Assert.Empty(await System.HeldAsync(Ct));
        }
    }

    // That a connection was cut may be found out only by the next call, which is tried again like any other.
    private static async Task<IReadOnlyList<TargetAnswer>> AgainAsync(Func<Task<IReadOnlyList<TargetAnswer>>> call) =>
        await call() is var answers && answers.Any(answer => answer.Result == TargetResult.Unreachable) ? await call() : answers;

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task A_hostile_account_is_a_name_and_nothing_more(string name)
    {
        await GrantAsync(Second);

        await HoldsOnlyWhatItSaysAsync(new Holding(name, First.Entitlement));
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task A_hostile_entitlement_is_a_name_and_nothing_more(string name)
    {
        await GrantAsync(Second);

        await HoldsOnlyWhatItSaysAsync(First with { Entitlement = name });
    }

    // Either it is refused, or it is exactly the one holding that was asked for; and it can be taken back.
    private async Task HoldsOnlyWhatItSaysAsync(Holding hostile)
    {
        var answer = Assert.Single(await GrantAsync(hostile));

        Assert.NotEqual(TargetResult.Unreachable, answer.Result);
        var seen = Assert.Single(await Target.ObserveAsync([hostile], Ct));
        Assert.Equal(answer.IsDone, seen.IsHeld);
        var held = await System.HeldAsync(Ct);
        Assert.Contains(Second, held);
        Assert.Empty(held.Where(one => one != Second && one != hostile));
        Assert.Equal([TargetAnswer.Done], await Target.RevokeAsync([hostile], Ct));
        Assert.Equal(new HashSet<Holding> { Second }, await System.HeldAsync(Ct));
    }

    private CuttableProxy Network()
    {
        Assert.SkipWhen(System.Proxy is null, "There is no network between Regent and this target.");
        return System.Proxy!;
    }

    private Task<IReadOnlyList<TargetAnswer>> GrantAsync(params Holding[] holdings) =>
        Target.GrantAsync([.. holdings.Select(one => new TargetGrant(one, Until: null))], Ct);
}
