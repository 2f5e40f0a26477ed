using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Alerts;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Alerts;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Alerts;

namespace Regent.Portal.Tests.Pages.Alerts;

public sealed class TargetAlertTests : PortalContext
{
    private readonly TargetSite site;
    private readonly Principal alan;

    public TargetAlertTests()
    {
        foreach (var role in DirectoryRoles.BuiltIn)
        {
            World.Add(role);
        }

        var ada = World.AddUser("Ada Lovelace");
        alan = World.AddUser("Alan Turing");
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        site = new TargetSite(World);
        SignIn(ada);
    }

    [Fact]
    public async Task What_was_given_outside_leads_to_where_it_is_decided()
    {
        World.System.Put(new Holding("stranger", TargetSite.Thing));
        await OpenAsync();
        await site.LandAsync();

        var row = await RowAsync(AlertKind.AccessOutsideRegent);

        Assert.Contains("stranger has admins", row.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/targets/{site.Target.Id}?tab=outside", row.QuerySelector("[data-testid=target-link]")!.GetAttribute("href"));
        Assert.Equal($"/targets/{site.Target.Id}?tab=outside", row.QuerySelector("[data-testid=look]")!.GetAttribute("href"));
        Assert.StartsWith("Decide", row.QuerySelector("[data-testid=look]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_does_not_answer_says_for_how_long_and_why()
    {
        await OpenAsync();
        World.System.Silence = "Nobody is at home.";
        await site.HoldAsync(alan);
        for (var call = 0; call < TargetHealth.Threshold; call++)
        {
            World.Clock.Advance(TimeSpan.FromSeconds(30));
            await site.LandAsync();
        }

        var row = await RowAsync(AlertKind.TargetNotAnswering);

        Assert.Contains("Has not answered for 1 min: Nobody is at home.", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("Directory", row.QuerySelector("[data-testid=target-link]")!.TextContent);
    }

    [Fact]
    public async Task What_stays_after_its_end_says_whose_it_is_and_why()
    {
        await OpenAsync();
        await site.HoldAsync(alan, World.Now.AddHours(1));
        World.System.Refusals[new Holding("alan.turing", TargetSite.Thing)] = TargetAnswer.Refused("Not that one.");
        World.Clock.Advance(TimeSpan.FromHours(1));
        await site.LandAsync();
        World.Clock.Advance(TimeSpan.FromMinutes(6));

        var row = await RowAsync(AlertKind.RevocationOverdue);

        Assert.Contains("Alan Turing still has admins after 6 min: Not that one.", row.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/targets/{site.Target.Id}?tab=ledger&show=ending", row.QuerySelector("[data-testid=target-link]")!.GetAttribute("href"));
    }

    private async Task OpenAsync()
    {
        await site.SaveAsync();
        await site.MapAsync();
    }

    private async Task<AngleSharp.Dom.IElement> RowAsync(AlertKind kind)
    {
        await Services.GetRequiredService<WatchTargets>().ExecuteAsync(CancellationToken.None);
        Address.NavigateTo($"/alerts/{kind}");
        var page = Render<Surroundings>(p => p.AddChildContent<AlertPage>(alert => alert.Add(one => one.Name, kind.ToString())));
        page.WaitForAssertion(() => Assert.Contains("Active", page.Find(".state [data-testid=status]").TextContent, StringComparison.Ordinal));

        return page.WaitForElement("[data-testid=row]");
    }
}
