using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Testing;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>Administrators add targets, change them, try them and remove them.</summary>
public sealed class SaveTargetTests
{
    private static readonly TargetAsk Ask = new(
        "Other system", TargetKind.Webhook, "{name}", new Dictionary<string, string> { ["address"] = "https://there.example", ["key"] = "sesame" });

    [Fact]
    public async Task A_new_target_writes_nothing_yet_and_its_secret_is_locked_and_never_shown()
    {
        using var site = await LandingSite.OpenAsync();

        var added = (await SaveAsync(site, Ask)).Done();

        Assert.Equal((TargetState.New, 1, Target.DefaultSweepEvery), (added.State, added.Version, added.SweepEvery));
        Assert.Equal(["address"], added.Settings.Values.Keys);
        var kept = (await site.Office.World.Targets.FindAsync(added.Id, Office.Ct))!;
        Assert.StartsWith("locked:", kept.Settings["key"], StringComparison.Ordinal);
        Assert.Contains($"Ada: {AuditActivities.TargetAdded}", site.Office.Record);
        Assert.DoesNotContain(site.Office.World.Audit.Entries, entry => $"{entry}{string.Join(' ', entry.Details)}".Contains("sesame", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_with_the_member_it_is_about()
    {
        using var site = await LandingSite.OpenAsync();

        var refused = await SaveAsync(site, Ask with
        {
            Name = " ",
            Accounts = "everybody",
            Settings = new Dictionary<string, string> { ["adress"] = "https://there.example" },
            SweepEvery = TimeSpan.FromMinutes(1),
        });

        Assert.Equal(["name", "accounts", "sweepEvery", "adress", "address"], Members(refused));
        Assert.All(refused.Codes(), code => Assert.Equal(RefusalCode.InvalidTarget, code));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(45_000)]
    [InlineData(15_000_000_000)]
    public async Task Sweeps_are_five_minutes_to_a_month_apart(long minutes)
    {
        using var site = await LandingSite.OpenAsync();

        Assert.Equal(["sweepEvery"], Members(await SaveAsync(site, Ask with { SweepEvery = TimeSpan.FromMinutes(minutes) })));
    }

    [Fact]
    public async Task A_kind_that_this_server_does_not_have_is_refused()
    {
        using var site = await LandingSite.OpenAsync();

        Assert.Equal(["kind"], Members(await SaveAsync(site, Ask with { Kind = TargetKind.Kubernetes })));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_in_any_letter_case()
    {
        using var site = await LandingSite.OpenAsync();

        Assert.Equal(["name"], Members(await SaveAsync(site, Ask with { Name = site.Target.Name.ToUpperInvariant() })));
    }

    [Fact]
    public async Task A_secret_that_is_left_out_stays_and_everything_else_is_as_asked()
    {
        using var site = await LandingSite.OpenAsync();
        var added = (await SaveAsync(site, Ask)).Done();
        var before = (await site.Office.World.Targets.FindAsync(added.Id, Office.Ct))!;

        var changed = (await SaveAsync(site, Ask with
        {
            Name = "Renamed",
            Settings = new Dictionary<string, string> { ["address"] = "https://there.example", ["key"] = "" },
            SweepEvery = TimeSpan.FromMinutes(30),
            Version = added.Version,
        }, added.Id)).Done();

        Assert.Equal(("Renamed", 2), (changed.Name, changed.Version));
        var after = (await site.Office.World.Targets.FindAsync(added.Id, Office.Ct))!;
        Assert.Equal((before.Settings["key"], TimeSpan.FromMinutes(30)), (after.Settings["key"], after.SweepEvery));
    }

    [Fact]
    public async Task Who_read_an_older_version_changes_nothing()
    {
        using var site = await LandingSite.OpenAsync();
        var added = (await SaveAsync(site, Ask)).Done();
        (await SaveAsync(site, Ask with { Version = 1 }, added.Id)).Done();

        Assert.Equal(RefusalCode.TargetChangedMeanwhile, (await SaveAsync(site, Ask with { Name = "Late", Version = 1 }, added.Id)).Code());
        Assert.Equal("Other system", (await site.Office.World.Targets.FindAsync(added.Id, Office.Ct))!.Name);
    }

    [Fact]
    public async Task A_target_stays_of_its_kind()
    {
        using var site = await LandingSite.OpenAsync();
        var added = (await SaveAsync(site, Ask)).Done();

        Assert.Equal(["kind"], Members(await SaveAsync(site, Ask with { Kind = TargetKind.Ldap }, added.Id)));
    }

    [Fact]
    public async Task Trying_tells_what_was_found_as_it_is_and_as_it_would_be()
    {
        using var site = await LandingSite.OpenAsync();
        site.System.Silence = "Connection refused";
        var check = site.Office.The<CheckTarget>();

        Assert.Equal([new TargetFinding(IsGood: false, "Connection refused")], (await check.ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, ask: null, Office.Ct)).Done());
        Assert.Equal([new TargetFinding(IsGood: false, "Connection refused")], (await check.ExecuteAsync(site.Office.As(site.Office.Ada), id: null, Ask, Office.Ct)).Done());
        Assert.Equal(["name"], Members(await check.ExecuteAsync(site.Office.As(site.Office.Ada), id: null, Ask with { Name = "" }, Office.Ct)));
        Assert.Equal(RefusalCode.TargetNotFound, (await check.ExecuteAsync(site.Office.As(site.Office.Ada), TargetId.At(site.Office.Now), ask: null, Office.Ct)).Code());
        Assert.Single(await site.Office.World.Targets.ListAsync(Office.Ct));
    }

    [Fact]
    public async Task What_is_mapped_and_not_found_is_told_by_a_connection_test()
    {
        using var site = await LandingSite.OpenAsync();
        var check = site.Office.The<CheckTarget>();
        Assert.All((await check.ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, ask: null, Office.Ct)).Done(), one => Assert.True(one.IsGood));

        site.System.Missing.Add(LandingSite.Thing);

        var finding = Assert.Single((await check.ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, ask: null, Office.Ct)).Done(), one => !one.IsGood);
        Assert.Equal("admins is mapped and not found: it was removed, or Regent's account may no longer read it.", finding.Words);
    }

    [Fact]
    public async Task Trying_is_on_record_with_what_was_tried_otherwise_before_the_target_hears_of_it()
    {
        using var site = await LandingSite.OpenAsync();
        var check = site.Office.The<CheckTarget>();
        var recorded = new List<string?>();
        site.System.Asked = _ => recorded.AddRange(site.Office.World.Audit.Entries.Where(entry => entry.Activity == AuditActivities.TargetChecked).Select(entry => entry.Reason));
        var caller = site.Office.As(site.Office.Ada);

        await check.ExecuteAsync(caller, site.Target.Id, ask: null, Office.Ct);
        await check.ExecuteAsync(caller, site.Target.Id, Ask with { Settings = new Dictionary<string, string> { ["address"] = "https://here.example" } }, Office.Ct);
        await check.ExecuteAsync(caller, id: null, Ask, Office.Ct);
        await check.ExecuteAsync(caller, site.Target.Id, Ask with { Name = "" }, Office.Ct);

        Assert.Equal([null, null, "With other settings: Address.", null, "With other settings: Address.", "It is not there yet."], recorded);
        Assert.Equal(3, site.Office.Record.Count(line => line == $"Ada: {AuditActivities.TargetChecked}"));
    }

    [Fact]
    public async Task A_target_in_which_somebody_has_something_goes_only_when_it_is_said_that_it_stays_there()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();
        var remove = site.Office.The<RemoveTarget>();

        Assert.Equal(RefusalCode.InvalidTarget, (await remove.ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, leave: false, Office.Ct)).Code());
        (await remove.ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, leave: true, Office.Ct)).Done();

        Assert.Empty(await site.Office.World.Targets.ListAsync(Office.Ct));
        Assert.Empty(site.Ledger);
        Assert.Equal([site.Alans], site.System.Held);
    }

    private static IReadOnlyList<string?> Members<T>(Outcome<T> outcome) =>
        [.. Assert.IsType<Outcome<T>.Refused>(outcome).Reasons.Select(reason => reason.Target)];

    private static Task<Outcome<Target>> SaveAsync(LandingSite site, TargetAsk ask, TargetId? id = null) =>
        site.Office.The<SaveTarget>().ExecuteAsync(site.Office.As(site.Office.Ada), id, ask, Office.Ct);
}
