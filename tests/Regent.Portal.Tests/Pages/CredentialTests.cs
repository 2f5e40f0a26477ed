using Bunit;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Portal.Layout;
using Regent.Portal.Pages;
using Regent.Testing.Fakes;

namespace Regent.Portal.Tests.Pages;

public sealed class CredentialTests : PortalContext
{
    private readonly TargetSite site;
    private readonly Principal alan;

    public CredentialTests()
        : base(usual =>
        [
            usual with { Kind = TargetKind.Ssh, Open = _ => new Outcome<ITarget>.Done(new Desk("Certificate")) },
            usual with { Kind = TargetKind.Postgres, Open = _ => new Outcome<ITarget>.Done(new Desk("Password")) },
        ])
    {
        foreach (var role in DirectoryRoles.BuiltIn)
        {
            World.Add(role);
        }

        alan = World.AddUser("Alan Turing");
        site = new TargetSite(World);
        SignIn(alan);
    }

    [Fact]
    public async Task Who_holds_something_there_signs_a_key_and_is_told_how_to_sign_in()
    {
        var page = await HoldAsync(TargetKind.Ssh);
        Assert.Contains("Sign an SSH key", page.WaitForElement("[data-testid=desk]").TextContent, StringComparison.Ordinal);
        page = Show(site.Target.Id.ToString());
        await page.Find("#credential-form").SubmitAsync();
        Assert.Contains("Paste your public key", page.Find("#public-key-error").TextContent, StringComparison.Ordinal);

        await page.Find("#public-key").InputAsync("ecdsa-sha2-nistp256 AAAA alan@desk\n");
        await page.Find("#credential-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Certificate for ecdsa-sha2-nistp256 AAAA alan@desk", page.Find("[data-testid=certificate]").TextContent));
        Assert.Equal("ssh -i ~/.ssh/id_ecdsa -o CertificateFile=~/.ssh/id_ecdsa-cert.pub NAME@SERVER", page.Find("[data-testid=ssh-command]").TextContent);
        Assert.Empty(page.FindAll("[data-testid=issue]"));
    }

    [Fact]
    public async Task A_password_is_shown_once()
    {
        await HoldAsync(TargetKind.Postgres);
        var page = Show(site.Target.Id.ToString());
        Assert.Empty(page.FindAll("#public-key, [data-testid=password]"));

        await page.Find("[data-testid=issue]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Password for ", page.Find("[data-testid=password]").TextContent));
        Assert.NotEmpty(page.FindAll("[data-testid=once]"));

        page = Show(site.Target.Id.ToString());
        Assert.Empty(page.FindAll("[data-testid=password]"));
    }

    [Fact]
    public async Task A_refusal_is_said_and_another_try_is_possible()
    {
        await HoldAsync(TargetKind.Ssh);
        var page = Show(site.Target.Id.ToString());
        await page.Find("#public-key").InputAsync("nonsense");
        await page.Find("#credential-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("That is no key.", page.Find("[data-testid=refused]").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll("[data-testid=issue]"));
    }

    [Fact]
    public async Task Nothing_is_offered_where_nothing_is_held_or_handed_out_or_the_target_rests()
    {
        Assert.Empty(Show().FindAll("[data-testid=desks]"));
        Assert.Empty((await HoldAsync(TargetKind.Webhook)).FindAll("[data-testid=desks]"));
        await site.SaveAsync(target => target with { Kind = TargetKind.Ssh, State = TargetState.Paused });
        Assert.Empty(Show().FindAll("[data-testid=desks]"));
    }

    // The lane works in the system in memory; who asks for a credential meets the desk.
    private async Task<IRenderedComponent<Surroundings>> HoldAsync(TargetKind kind)
    {
        await site.SaveAsync();
        await site.MapAsync();
        await site.HoldAsync(alan, World.Now.AddHours(8));
        await site.SaveAsync(target => target with { Kind = kind });

        return Show();
    }

    private IRenderedComponent<Surroundings> Show(string? at = null)
    {
        Address.NavigateTo(at is null ? "/my-roles?tab=active" : $"/my-roles?tab=active&sign-in={at}");

        return Render<Surroundings>(p => p.AddChildContent<MyRoles>());
    }

    /// <summary>Hands out something that says for which key it is.</summary>
    private sealed class Desk(string label) : FakeTarget, IIssuesCredentials
    {
        public Task<Outcome<Credential>> IssueAsync(CredentialAsk ask, CancellationToken ct) => Task.FromResult<Outcome<Credential>>(
            ask.PublicKey == "nonsense"
                ? new Refusal(RefusalCode.CredentialNotAvailable, "That is no key.")
                : new Credential(label, $"{label} for {ask.PublicKey}", ask.Until ?? ask.Now.AddHours(1)));
    }
}
