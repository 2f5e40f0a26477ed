using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Testing;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>Who may see targets and what is in them, and who may change them.</summary>
public sealed class TargetRightsTests
{
    private static readonly TargetAsk Ask = new("Other", TargetKind.Webhook, "{name}", new Dictionary<string, string> { ["address"] = "https://there.example" });

    [Fact]
    public async Task Readers_see_and_change_nothing()
    {
        using var site = await LandingSite.OpenAsync();
        site.Office.World.Assign(site.Office.Barbara, DirectoryRoles.SecurityReader);

        Assert.All(await ReadsAsync(site, site.Office.As(site.Office.Barbara)), code => Assert.Null(code));
        Assert.All(await ChangesAsync(site, site.Office.As(site.Office.Barbara)), code => Assert.Equal(RefusalCode.AuthorizationRequestDenied, code));
    }

    [Fact]
    public async Task Anybody_else_sees_nothing_and_changes_nothing()
    {
        using var site = await LandingSite.OpenAsync();

        Assert.All(await ReadsAsync(site, site.Office.As(site.Office.Alan)), code => Assert.Equal(RefusalCode.AuthorizationRequestDenied, code));
        Assert.All(await ChangesAsync(site, site.Office.As(site.Office.Alan)), code => Assert.Equal(RefusalCode.AuthorizationRequestDenied, code));
    }

    [Fact]
    public async Task Privileged_role_administrators_see_and_change()
    {
        using var site = await LandingSite.OpenAsync();

        Assert.All(await ReadsAsync(site, site.Office.As(site.Office.Grace)), code => Assert.Null(code));
        Assert.All(await ChangesAsync(site, site.Office.As(site.Office.Grace)), code => Assert.Null(code));
    }

    [Fact]
    public async Task A_program_changes_targets_by_the_power_for_that_and_by_no_other()
    {
        using var site = await LandingSite.OpenAsync();
        var program = site.Office.As(site.Office.Barbara);

        Assert.All(
            await ChangesAsync(site, program with { Powers = new HashSet<Power> { Power.Read, Power.ManageDirectory, Power.ManageOrdinaryGroups } }),
            code => Assert.Equal(RefusalCode.AuthorizationRequestDenied, code));
        Assert.All(await ChangesAsync(site, program with { Powers = new HashSet<Power> { Power.ManageTargets } }), code => Assert.Null(code));
    }

    [Fact]
    public async Task The_power_over_targets_gives_nobody_a_role()
    {
        using var site = await LandingSite.OpenAsync();
        var drift = await FoundAsync(site, "barbara.liskov");
        var program = site.Office.As(site.Office.Barbara) with { Powers = new HashSet<Power> { Power.ManageTargets } };

        var refused = await site.Office.The<ResolveDrift>().AdoptAsync(program, drift, site.Mapping.Id, new Expiration.Never(), Office.Ct);

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, refused.Code());
        Assert.NotNull(await site.Office.World.Ledger.FindDriftAsync(drift, Office.Ct));
    }

    [Fact]
    public async Task Everybody_sees_the_lines_and_the_progress_of_their_own_account_and_of_no_other()
    {
        using var site = await LandingSite.OpenAsync();
        var request = await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();
        var (alan, barbara) = (site.Office.As(site.Office.Alan), site.Office.As(site.Office.Barbara));
        ScheduleId[] schedules = [request.Schedule!.Value];
        var (list, progress) = (site.Office.The<ListLedger>(), site.Office.The<GetProgress>());

        Assert.Single((await list.ExecuteAsync(alan, new LedgerQuery { Principal = alan.Id }, new PageAsk(), Office.Ct)).Done().Items);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await list.ExecuteAsync(barbara, new LedgerQuery { Principal = alan.Id }, new PageAsk(), Office.Ct)).Code());
        Assert.True((await progress.ExecuteAsync(alan, schedules, whose: null, Office.Ct))[schedules[0]].IsSeen);
        Assert.Empty(await progress.ExecuteAsync(barbara, schedules, whose: null, Office.Ct));
        Assert.Empty(await progress.ExecuteAsync(barbara, schedules, alan.Id, Office.Ct));
        Assert.Single(await progress.ExecuteAsync(site.Office.As(site.Office.Ada), schedules, whose: null, Office.Ct));
    }

    private static async Task<IReadOnlyList<RefusalCode?>> ReadsAsync(LandingSite site, Caller caller) =>
    [
        CodeOf(await site.Office.The<ListTargets>().ExecuteAsync(caller, Office.Ct)),
        CodeOf(await site.Office.The<GetTarget>().ExecuteAsync(caller, site.Target.Id, Office.Ct)),
        CodeOf(await site.Office.The<ListLedger>().ExecuteAsync(caller, new LedgerQuery(), new PageAsk(), Office.Ct)),
    ];

    private static async Task<IReadOnlyList<RefusalCode?>> ChangesAsync(LandingSite site, Caller caller)
    {
        var (office, id) = (site.Office, site.Target.Id);
        var (one, other) = (await FoundAsync(site, "mallory"), await FoundAsync(site, "eve"));
        var mapping = new MappingAsk(site.Mapping.Role, site.Mapping.Scope, ["admins"], Landing.AtTheEnd);
        return
        [
            CodeOf(await office.The<SaveTarget>().ExecuteAsync(caller, id: null, Ask, Office.Ct)),
            CodeOf(await office.The<SaveTarget>().ExecuteAsync(caller, id, Ask with { Name = "Same" }, Office.Ct)),
            CodeOf(await office.The<CheckTarget>().ExecuteAsync(caller, id, ask: null, Office.Ct)),
            CodeOf(await office.The<CheckTarget>().ExecuteAsync(caller, id: null, Ask, Office.Ct)),
            CodeOf(await office.The<SaveMapping>().ExecuteAsync(caller, id, id: null, mapping, Office.Ct)),
            CodeOf(await office.The<RemoveMapping>().ExecuteAsync(caller, id, site.Mapping.Id, Office.Ct)),
            CodeOf(await office.The<PlanTarget>().ExecuteAsync(caller, id, Office.Ct)),
            CodeOf(await office.The<ChangeTargetState>().PauseAsync(caller, id, Office.Ct)),
            CodeOf(await office.The<ChangeTargetState>().StartAsync(caller, id, Office.Ct)),
            CodeOf(await office.The<WakeTarget>().ExecuteAsync(caller, id, Office.Ct)),
            CodeOf(await office.The<ResolveDrift>().IgnoreAsync(caller, one, Office.Ct)),
            CodeOf(await office.The<ResolveDrift>().RemoveAsync(caller, other, Office.Ct)),
            CodeOf(await office.The<RemoveTarget>().ExecuteAsync(caller, id, leave: true, Office.Ct)),
        ];
    }

    private static async Task<Guid> FoundAsync(LandingSite site, string account)
    {
        var drift = new Drift(Make.NewId(), site.Target.Id, new Holding(account, LandingSite.Thing), site.Office.Now);
        await site.WriteAsync(ct => site.Office.World.Ledger.ChangeDriftAsync([drift], [], ct));
        return drift.Id;
    }

    private static RefusalCode? CodeOf<T>(Outcome<T> outcome) => outcome is Outcome<T>.Refused ? outcome.Code() : null;
}
