using Regent.Core;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Testing;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>Administrators say what a role gives in a target.</summary>
public sealed class MappingTests
{
    [Fact]
    public async Task What_is_mapped_lands_for_those_who_hold_the_role_already()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();

        (await SaveAsync(site, Ask(site, " more ", "more", "most"))).Done();
        await site.LandAsync();

        Assert.Equal(["admins", "more", "most"], site.System.Held.Select(one => one.Entitlement).Order());
    }

    [Fact]
    public async Task What_is_not_mapped_any_more_is_taken_back_at_once()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();

        await RemoveAsync(site);
        await RemoveAsync(site);
        await site.LandAsync();

        Assert.Empty(site.System.Held);
    }

    [Fact]
    public async Task What_is_not_mapped_any_more_ends_as_its_mapping_said()
    {
        using var site = await SoftlyGivenAsync();

        await RemoveAsync(site);
        await site.LandAsync();

        Assert.Equal(["alan.turing in admins Gone"], site.Ledger);
        Assert.Equal("end sessions alan.turing in admins", site.System.Calls[^1]);
        Assert.Single(site.System.Calls, call => call.StartsWith("end sessions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sessions_are_ended_also_when_a_sweep_took_it_back_first()
    {
        using var site = await SoftlyGivenAsync();
        await RemoveAsync(site);
        var owed = site.Office.World.TargetAgenda.All.Single(work => work.Work == TargetWork.EndSessions);
        await site.Office.The<EntitlementConverger>().ConvergeAsync(
            site.Target, TargetWork.Converge, [new LedgerEntryId(owed.Subject)], site.Office.Now, Office.Ct);
        Assert.Equal("revoke alan.turing in admins", site.System.Calls[^1]);

        await site.LandAsync();

        Assert.Equal("end sessions alan.turing in admins", site.System.Calls[^1]);
        Assert.Equal(["alan.turing in admins Gone"], site.Ledger);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sessions_that_cannot_be_ended_at_once_are_ended_later(bool isSilent)
    {
        using var site = await SoftlyGivenAsync();
        await RemoveAsync(site);
        site.System.Silence = isSilent ? "Connection refused" : null;
        site.System.Asked = call => site.System.Refusals[site.Alans] = TargetAnswer.Refused(call);
        await site.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("failing", Assert.Single(site.Ledger), StringComparison.Ordinal);

        site.System.Asked = _ => site.System.Refusals.Clear();
        site.System.Silence = null;
        await site.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(["alan.turing in admins Gone"], site.Ledger);
        Assert.Equal("end sessions alan.turing in admins", site.System.Calls[^1]);
    }

    [Fact]
    public async Task What_is_waiting_to_be_taken_back_when_its_mapping_goes_ends_as_that_said()
    {
        using var site = await SoftlyGivenAsync();
        site.System.Refusals[site.Alans] = TargetAnswer.Refused("insufficientAccessRights");
        (await site.Office.DeactivateAsync(site.Office.Alan)).Done();
        await site.LandAsync();
        await RemoveAsync(site);
        site.System.Refusals.Clear();

        await site.LandAsync();

        Assert.Equal(["alan.turing in admins Gone"], site.Ledger);
        Assert.Equal("end sessions alan.turing in admins", site.System.Calls[^1]);
    }

    [Theory]
    [InlineData("admins", false)]
    [InlineData("others", true)]
    public async Task A_mapping_that_gives_less_ends_only_what_it_does_not_give_any_more(string now, bool ends)
    {
        using var site = await SoftlyGivenAsync();

        (await site.Office.The<SaveMapping>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, site.Mapping.Id, Ask(site, now), Office.Ct)).Done();
        await site.LandAsync();

        Assert.Equal(ends, site.System.Calls.Contains("end sessions alan.turing in admins"));
        Assert.Equal([new Holding("alan.turing", now)], site.System.Held);
    }

    [Fact]
    public async Task What_another_mapping_still_gives_goes_on_and_ends_as_that_one_says()
    {
        using var site = await SoftlyGivenAsync();
        await site.MapAsync(site.Mapping with { Id = MappingId.At(site.Office.Now), Landing = Landing.AtTheEnd });

        await RemoveAsync(site);
        await site.LandAsync();
        Assert.Equal([site.Alans], site.System.Held);
        (await site.Office.DeactivateAsync(site.Office.Alan)).Done();
        await site.LandAsync();

        Assert.Empty(site.System.Held);
        Assert.DoesNotContain(site.System.Calls, call => call.StartsWith("end sessions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_target_mapping_role_or_scope_is_refused()
    {
        using var site = await LandingSite.OpenAsync();
        var (office, save) = (site.Office, site.Office.The<SaveMapping>());

        Assert.Equal(RefusalCode.TargetNotFound, (await save.ExecuteAsync(office.As(office.Ada), TargetId.At(office.Now), id: null, Ask(site, "one"), Office.Ct)).Code());
        Assert.Equal(RefusalCode.TargetNotFound, (await save.ExecuteAsync(office.As(office.Ada), site.Target.Id, MappingId.At(office.Now), Ask(site, "one"), Office.Ct)).Code());
        Assert.Equal(RefusalCode.RoleDefinitionDoesNotExist, (await SaveAsync(site, Ask(site, "one") with { Role = new RoleDefinitionId(Make.NewId()) })).Code());
        Assert.Equal(RefusalCode.InvalidScope, (await SaveAsync(site, Ask(site, "one") with { Scope = Scope.OfUnit(Make.NewId()) })).Code());
    }

    [Fact]
    public async Task Entitlements_that_are_none_are_refused()
    {
        using var site = await LandingSite.OpenAsync();

        foreach (var wrong in new string[][] { [], [" "], ["two\nlines"], [new string('a', Holding.MaxLength + 1)], [.. Enumerable.Range(0, 101).Select(one => $"{one}")] })
        {
            Assert.Equal("entitlements", Member(await SaveAsync(site, Ask(site, wrong))));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(45_000)]
    [InlineData(15_000_000_000)]
    public async Task Steps_before_the_end_are_within_a_month_of_it(long minutes)
    {
        using var site = await LandingSite.OpenAsync();
        var before = TimeSpan.FromMinutes(minutes);

        Assert.Equal("warnBefore", Member(await SaveAsync(site, Ask(site, "one") with { Landing = new Landing(before, CloseBefore: null, EndSessions: false) })));
        Assert.Equal("closeBefore", Member(await SaveAsync(site, Ask(site, "one") with { Landing = new Landing(WarnBefore: null, before, EndSessions: false) })));
    }

    private static async Task<LandingSite> SoftlyGivenAsync()
    {
        var site = await LandingSite.OpenAsync(new Landing(WarnBefore: null, CloseBefore: null, EndSessions: true));
        await site.Office.AskedAsync(site.Office.Alan);
        await site.PassAsync(TimeSpan.FromMinutes(10));
        return site;
    }

    private static MappingAsk Ask(LandingSite site, params string[] entitlements) => new(site.Mapping.Role, Scope.Tenant, entitlements, Landing.AtTheEnd);

    private static Task<Outcome<Mapping>> SaveAsync(LandingSite site, MappingAsk ask) =>
        site.Office.The<SaveMapping>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, id: null, ask, Office.Ct);

    private static async Task RemoveAsync(LandingSite site) =>
        (await site.Office.The<RemoveMapping>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, site.Mapping.Id, Office.Ct)).Done();

    private static string? Member(Outcome<Mapping> outcome) => Assert.Single(Assert.IsType<Outcome<Mapping>.Refused>(outcome).Reasons).Target;
}
