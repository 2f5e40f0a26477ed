using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;
using Regent.Testing;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>Administrators decide about what somebody has in a target that Regent did not give.</summary>
public sealed class ResolveDriftTests
{
    private static readonly Holding Barbaras = new("barbara.liskov", LandingSite.Thing);

    [Fact]
    public async Task What_is_adopted_becomes_an_assignment_and_ends_with_it()
    {
        var (site, drift) = await FoundAsync(Barbaras);
        using var _ = site;

        var request = (await AdoptAsync(site, drift.Id)).Done();
        await site.LandAsync();

        Assert.Equal((site.Office.Barbara.Id, site.Office.Role), (request.Principal, request.Role));
        Assert.Equal(["barbara.liskov in admins InEffect"], site.Ledger);
        Assert.Empty(await DriftAsync(site));

        await site.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(site.System.Held);
    }

    [Fact]
    public async Task What_is_removed_is_taken_out_of_the_target()
    {
        var (site, drift) = await FoundAsync(new Holding("mallory", LandingSite.Thing));
        using var _ = site;

        (await site.Office.The<ResolveDrift>().RemoveAsync(site.Office.As(site.Office.Ada), drift.Id, Office.Ct)).Done();
        await site.LandAsync();

        Assert.Empty(site.System.Held);
        Assert.Equal(["mallory in admins Gone"], site.Ledger);
        Assert.Empty(await DriftAsync(site));
    }

    [Fact]
    public async Task What_is_ignored_stays_and_is_counted_no_more()
    {
        var (site, drift) = await FoundAsync(Barbaras);
        using var _ = site;

        (await site.Office.The<ResolveDrift>().IgnoreAsync(site.Office.As(site.Office.Ada), drift.Id, Office.Ct)).Done();
        (await site.Office.The<WakeTarget>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct)).Done();
        await site.LandAsync();

        Assert.Equal([Barbaras], site.System.Held);
        Assert.Equal(site.Office.Now, Assert.Single(await DriftAsync(site)).IgnoredAt);
        Assert.Equal(0, Assert.Single((await site.Office.The<ListTargets>().ExecuteAsync(site.Office.As(site.Office.Ada), Office.Ct)).Done()).Outside);
    }

    [Fact]
    public async Task An_account_that_nobody_has_cannot_be_adopted()
    {
        var (site, drift) = await FoundAsync(new Holding("mallory", LandingSite.Thing));
        using var _ = site;

        Assert.Equal(RefusalCode.SubjectNotFound, (await AdoptAsync(site, drift.Id)).Code());
        Assert.Single(await DriftAsync(site));
    }

    [Fact]
    public async Task A_mapping_that_does_not_give_it_cannot_adopt_it()
    {
        var (site, drift) = await FoundAsync(Barbaras);
        using var _ = site;
        var other = site.Mapping with { Id = MappingId.At(site.Office.Now), Entitlements = ["others"] };
        await site.MapAsync(other);

        Assert.Equal(RefusalCode.InvalidTarget, (await AdoptAsync(site, drift.Id, other.Id)).Code());
        Assert.Equal(RefusalCode.InvalidTarget, (await AdoptAsync(site, drift.Id, MappingId.At(site.Office.Now))).Code());
    }

    [Fact]
    public async Task What_is_not_there_any_more_cannot_be_decided_about()
    {
        var (site, drift) = await FoundAsync(Barbaras);
        using var _ = site;
        var (resolve, ada) = (site.Office.The<ResolveDrift>(), site.Office.As(site.Office.Ada));
        (await resolve.RemoveAsync(ada, drift.Id, Office.Ct)).Done();

        Assert.Equal(RefusalCode.TargetNotFound, (await resolve.IgnoreAsync(ada, drift.Id, Office.Ct)).Code());
        Assert.Equal(RefusalCode.TargetNotFound, (await resolve.RemoveAsync(ada, drift.Id, Office.Ct)).Code());
        Assert.Equal(RefusalCode.TargetNotFound, (await AdoptAsync(site, drift.Id)).Code());
    }

    private static async Task<(LandingSite Site, Drift Drift)> FoundAsync(Holding holding)
    {
        var site = await LandingSite.OpenAsync();
        site.System.Put(holding);
        (await site.Office.The<WakeTarget>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct)).Done();
        await site.LandAsync();
        return (site, Assert.Single(await DriftAsync(site)));
    }

    private static Task<IReadOnlyList<Drift>> DriftAsync(LandingSite site) => site.Office.World.Ledger.DriftAsync(site.Target.Id, Office.Ct);

    private static Task<Outcome<Core.Requests.ScheduleRequest>> AdoptAsync(LandingSite site, Guid drift, MappingId? mapping = null) =>
        site.Office.The<ResolveDrift>().AdoptAsync(
            site.Office.As(site.Office.Ada), drift, mapping ?? site.Mapping.Id, new Expiration.AfterDuration(TimeSpan.FromHours(1)), Office.Ct);
}
