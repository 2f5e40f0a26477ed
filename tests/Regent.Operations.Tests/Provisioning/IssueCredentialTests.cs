using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>People are handed what they sign in to targets with, for what they hold there now.</summary>
public sealed class IssueCredentialTests
{
    [Fact]
    public async Task It_is_for_what_is_held_now_and_ends_with_the_first_of_it_that_ends()
    {
        var (site, desk) = await GivenAsync();
        using var _ = site;
        await site.MapAsync(site.Mapping with { Id = MappingId.At(site.Office.Now), Role = Office.RoleNamed("User Administrator"), Entitlements = ["others"] });
        await site.Office.AskedAsync(site.Office.Alan);
        await site.Office.AssignAsync(
            site.Office.Ada,
            site.Office.Give(site.Office.Alan, ScheduleKind.Assignment, Office.RoleNamed("User Administrator")) with { Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(1)) });
        await site.LandAsync();

        var credential = (await IssueAsync(site, site.Office.Alan)).Done();

        Assert.Equal(("Pass", site.Office.Now.AddHours(1)), (credential.Label, credential.Until));
        var ask = Assert.Single(desk.Asks);
        Assert.Equal(("alan.turing", "ssh-ed25519 AAAA"), (ask.Account, ask.PublicKey));
        Assert.Equal(["admins", "others"], ask.Entitlements.Order());
        var entry = Assert.Single(site.Office.World.Audit.Entries, one => one.Activity == AuditActivities.CredentialIssued);
        Assert.Equal(site.Office.Alan.Id, entry.Subject);
        Assert.DoesNotContain(credential.Text, $"{entry}{string.Join(' ', entry.Details)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_holds_nothing_there_yet_or_any_more_gets_nothing()
    {
        var (site, _) = await GivenAsync();
        using var held = site;
        Assert.Equal(RefusalCode.CredentialNotAvailable, (await IssueAsync(site, site.Office.Alan)).Code());

        await site.Office.AskedAsync(site.Office.Alan);
        Assert.Equal(RefusalCode.CredentialNotAvailable, (await IssueAsync(site, site.Office.Alan)).Code());
        await site.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(RefusalCode.CredentialNotAvailable, (await IssueAsync(site, site.Office.Barbara)).Code());
        (await IssueAsync(site, site.Office.Alan)).Done();

        (await site.Office.DeactivateAsync(site.Office.Alan)).Done();
        Assert.Equal(RefusalCode.CredentialNotAvailable, (await IssueAsync(site, site.Office.Alan)).Code());
    }

    [Fact]
    public async Task A_target_that_is_paused_or_unknown_hands_out_nothing()
    {
        var (site, _) = await GivenAsync();
        using var held = site;
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();
        await site.SaveAsync(site.Target with { State = TargetState.Paused });

        Assert.Equal(RefusalCode.CredentialNotAvailable, (await IssueAsync(site, site.Office.Alan)).Code());
        Assert.Equal(RefusalCode.CredentialNotAvailable, (await site.Office.The<IssueCredential>().ExecuteAsync(
            site.Office.As(site.Office.Alan), TargetId.At(site.Office.Now), publicKey: null, Office.Ct)).Code());
    }

    [Fact]
    public async Task A_target_to_which_people_sign_in_as_always_says_so()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();

        Assert.Contains("as you always do", (await IssueAsync(site, site.Office.Alan)).Message(), StringComparison.Ordinal);
    }

    private static async Task<(LandingSite Site, FakeDesk Desk)> GivenAsync()
    {
        var (site, desk) = (await LandingSite.OpenAsync(), new FakeDesk());
        site.Office.World.System = desk;
        return (site, desk);
    }

    private static Task<Outcome<Credential>> IssueAsync(LandingSite site, Principal who) =>
        site.Office.The<IssueCredential>().ExecuteAsync(site.Office.As(who), site.Target.Id, "ssh-ed25519 AAAA", Office.Ct);
}
