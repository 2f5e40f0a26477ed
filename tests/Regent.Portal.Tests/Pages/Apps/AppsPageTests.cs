using Bunit;
using Regent.Core.Apps;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Apps;

namespace Regent.Portal.Tests.Pages.Apps;

public sealed class AppsPageTests : PortalContext
{
    private readonly Principal ada;
    private readonly Principal alan;

    public AppsPageTests()
    {
        ada = World.AddUser("Ada Lovelace");
        alan = World.AddUser("Alan Turing");
        World.Add(Testing.Make.Role("Global Administrator") with { Id = DirectoryRoles.GlobalAdministrator, IsPrivileged = true });
        World.Add(Testing.Make.Role("Application Administrator") with { Id = DirectoryRoles.ApplicationAdministrator, IsPrivileged = true });
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        SignIn(ada);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_is_registered_and_its_secret_shown_once()
    {
        var page = Show("?add=1");
        page.Find("#app-name").Input("Nightly report");
        page.Find("#app-redirects").Input("https://report.regent.example/back\n");
        page.Find("input[name='application:Roles.Read']").Change(true);
        page.Find("input[name='delegated:Self.Read']").Change(true);

        page.Find("#app-form").Submit();

        page.WaitForAssertion(() => Assert.StartsWith("rgs_", page.Find("[data-testid=secret-value]").TextContent, StringComparison.Ordinal));
        page.Find("[data-testid=secret] [data-testid=copy-link]").Click();
        Assert.StartsWith("rgs_", (string?)JSInterop.Invocations["regent.copy"][0].Arguments[0], StringComparison.Ordinal);
        var app = Assert.Single(await World.Apps.ListAsync(Ct));
        Assert.Equal(("Nightly report", "Roles.Read", "Self.Read"), (app.Name, Assert.Single(app.Application), Assert.Single(app.Delegated)));
        Assert.Equal("https://report.regent.example/back", Assert.Single(app.RedirectAddresses).Value);
        Assert.Contains(app.Id.ToString(), page.Find("[data-testid=client-id]").TextContent, StringComparison.Ordinal);
        var again = Show($"?app={app.Id}");
        Assert.Empty(again.FindAll("[data-testid=secret-value]"));
        Assert.Equal("delegated:Self.Read", again.Find("[data-testid=delegated] input").GetAttribute("name"));
    }

    [Fact]
    public void What_is_refused_is_said_and_the_panel_stays()
    {
        var page = Show("?add=1");
        page.Find("#app-redirects").Input("http://elsewhere.example/");

        page.Find("#app-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("is no redirect address", page.Find("[data-testid=refused]").TextContent, StringComparison.Ordinal));
        Assert.Contains("The name is one line", page.Find("[data-testid=refused]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_changed_gets_another_secret_and_loses_one()
    {
        var app = await RegisterAsync("Nightly report");
        var page = Show($"?app={app.Id}");

        page.Find("[data-testid=add-secret]").Click();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=kept-secret]").Count));
        page.Find("[data-testid=kept-secret] button").Click();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=kept-secret]")));
        page.Find("#app-name").Input("Weekly report");
        page.Find("#app-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Weekly report was saved.", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        Assert.NotEqual(app.Secrets[0], Assert.Single((await World.Apps.FindAsync(app.Id, Ct))!.Secrets));
    }

    [Fact]
    public async Task A_program_is_removed_after_one_question()
    {
        var app = await RegisterAsync("Nightly report");
        var page = Show($"?app={app.Id}");

        page.Find("[data-testid=app-remove]").Click();
        Assert.NotNull(await World.Apps.FindAsync(app.Id, Ct));
        page.Find("[data-testid=remove-app-do]").Click();

        page.WaitForAssertion(() => Assert.Contains("Nightly report was removed.", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        Assert.Null(await World.Apps.FindAsync(app.Id, Ct));
    }

    [Fact]
    public async Task Who_administers_applications_grants_programs_nothing_for_themselves()
    {
        var app = await RegisterAsync("Nightly report");
        World.Assign(alan, DirectoryRoles.ApplicationAdministrator);
        SignIn(alan);

        Assert.True(Show("?add=1").Find("[data-testid=application]").HasAttribute("disabled"));
        Assert.Empty(Show($"?app={app.Id}").FindAll("[data-testid=app-save]"));
    }

    [Fact]
    public async Task Who_is_neither_reader_nor_registers_sees_no_programs()
    {
        await RegisterAsync("Nightly report");
        Assert.Single(Show().FindAll("[data-testid=app-link]"));
        SignIn(alan);

        var page = Show("?add=1");

        Assert.Empty(page.FindAll("[data-testid=app-link]"));
        Assert.Empty(page.FindAll("#app-panel"));
    }

    private async Task<RegisteredApp> RegisterAsync(string name)
    {
        var page = Show("?add=1");
        page.Find("#app-name").Input(name);
        page.Find("input[name='application:Roles.Read']").Change(true);
        page.Find("#app-form").Submit();
        page.WaitForAssertion(() => page.Find("[data-testid=secret-value]"));
        return (await World.Apps.ListAsync(Ct)).Single(app => app.Name == name);
    }

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/apps{query}");
        return Render<Surroundings>(parts => parts.AddChildContent<AppsPage>());
    }
}
