using Bunit;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Targets;

namespace Regent.Portal.Tests.Pages.Targets;

/// <summary>A kind of system with many settings, most of which stay as they are.</summary>
public sealed class TargetSettingsTests : PortalContext
{
    private readonly TargetSite site;

    public TargetSettingsTests()
        : base(usual =>
        [
            usual with
            {
                Kind = TargetKind.Ldap,
                Name = "A directory",
                Settings =
                [
                    new TargetSetting("server", "Server", "Where it is.") { IsRequired = true },
                    new TargetSetting("authorities", "Authorities", "Who vouches for it.") { Kind = TargetSettingKind.Lines },
                    new TargetSetting("pageSize", "Page size", "How many at once.") { Kind = TargetSettingKind.Number, Default = "500" },
                ],
                Landing = new Dictionary<LandingStep, string>(),
            },
        ])
    {
        foreach (var role in DirectoryRoles.BuiltIn)
        {
            World.Add(role);
        }

        var ada = World.AddUser("Ada Lovelace");
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        site = new TargetSite(World);
        SignIn(ada);
    }

    [Fact]
    public async Task What_mostly_stays_as_it_is_is_folded_away_until_something_is_wrong_with_it()
    {
        Address.NavigateTo("/targets?add=1");
        var page = Render<Surroundings>(p => p.AddChildContent<TargetsPage>());
        await page.Find("[data-testid=kind-Ldap]").ClickAsync(new());
        Assert.Equal("More settings", page.Find("#target-form summary").TextContent);
        Assert.Null(page.Find("#target-server").Closest("details"));
        Assert.False(page.Find("#target-pageSize").Closest("details")!.HasAttribute("open"));

        await page.Find("#target-name").InputAsync("People");
        await page.Find("#target-server").InputAsync("there.example");
        await page.Find("#target-pageSize").InputAsync("many");
        await page.Find("#target-form").SubmitAsync();

        Assert.True(page.Find("#target-pageSize").Closest("details")!.HasAttribute("open"));
        Assert.Equal("More settings, 1 not as usual", page.Find("#target-form summary").TextContent);
    }

    [Fact]
    public async Task What_is_missing_is_said_once()
    {
        Address.NavigateTo("/targets?add=1");
        var page = Render<Surroundings>(p => p.AddChildContent<TargetsPage>());
        await page.Find("[data-testid=kind-Ldap]").ClickAsync(new());
        Assert.NotEmpty(page.FindAll("#target-server-hint"));

        await page.Find("#target-form").SubmitAsync();

        Assert.Equal("Server is missing. Where it is.", page.Find("#target-server-error").TextContent.Trim());
        Assert.Empty(page.FindAll("#target-server-hint"));
    }

    [Fact]
    public async Task A_targets_page_counts_certificates_and_folds_away_what_is_as_usual()
    {
        const string Certificates = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----";
        await SaveAsync(("server", "there.example"), ("authorities", Certificates));

        var page = Show();

        Assert.Equal(["2 certificates", "Settings that are as usual"], page.FindAll("summary").Select(one => one.TextContent));
        Assert.Equal("500", page.FindAll("[data-testid=fact]").Single(fact => fact.TextContent.Contains("Page size", StringComparison.Ordinal)).QuerySelector("dd")!.TextContent.Trim());
        Assert.Null(page.FindAll("[data-testid=fact]").Single(fact => fact.TextContent.Contains("there.example", StringComparison.Ordinal)).Closest("details"));
    }

    [Fact]
    public async Task A_new_target_to_which_nothing_is_mapped_leads_to_its_first_mapping()
    {
        await SaveAsync(("server", "there.example"));

        var page = Show();

        Assert.Empty(page.FindAll("[data-testid=to-plan]"));
        Assert.Equal($"/targets/{site.Target.Id}?tab=mappings&map=new", page.Find("[data-testid=to-mapping]").GetAttribute("href"));
    }

    [Fact]
    public async Task Where_nothing_can_be_done_before_the_end_one_sentence_says_so()
    {
        await SaveAsync(("server", "there.example"));

        var page = Show("?tab=mappings&map=new");

        Assert.Contains("A directory can neither warn people", page.Find("[data-testid=cannot-any]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=cannot-Warn]"));
    }

    private Task SaveAsync(params (string Name, string Value)[] settings) => site.SaveAsync(target => target with
    {
        Kind = TargetKind.Ldap,
        State = TargetState.New,
        Settings = new TargetSettings(settings.ToDictionary(setting => setting.Name, setting => setting.Value)),
    });

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/targets/{site.Target.Id}{query}");

        return Render<Surroundings>(p => p.AddChildContent<TargetPage>(target => target.Add(page => page.Id, site.Target.Id.ToString())));
    }
}
