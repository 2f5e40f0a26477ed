using System.Globalization;
using Bunit;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Assignments;

namespace Regent.Portal.Tests.Pages.Assignments;

public sealed class ChangePanelTests : PortalContext
{
    private readonly Principal ada;
    private readonly Principal alan;
    private readonly RoleDefinition exchange;

    public ChangePanelTests()
    {
        (ada, alan) = (World.AddUser("Ada Lovelace"), World.AddUser("Alan Turing"));
        World.Add(Testing.Make.Role("Global Administrator") with { Id = DirectoryRoles.GlobalAdministrator });
        exchange = World.AddRole("Exchange Administrator");
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        SignIn(ada);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_panel_begins_with_how_it_stands_and_what_is_not_touched_stays_to_the_microsecond()
    {
        var end = World.Now.AddDays(3).AddTicks(12_340);
        var schedule = World.MakeEligible(alan, exchange.Id, end);
        var page = Show(schedule);

        Assert.Equal(Date(end), page.Find("#assign-end").GetAttribute("value"));
        Assert.Equal("Update", Verb(page));
        await page.Find("#change-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("was updated", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        Assert.Equal(schedule.Period, (await NowAsync(schedule)).Period);
        Assert.Equal("/assignments", Here);
    }

    [Fact]
    public async Task A_later_end_extends_and_an_earlier_one_updates()
    {
        var schedule = World.MakeEligible(alan, exchange.Id, World.Now.AddDays(3));
        var page = Show(schedule);

        page.Find("#assign-end").Change(Date(World.Now.AddDays(1)));
        Assert.Equal("Update", Verb(page));
        page.Find("#assign-end").Change(Date(World.Now.AddDays(9)));
        Assert.Equal("Extend", Verb(page));
        await page.Find("#change-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("was extended", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        Assert.Equal(World.Now.AddDays(9), (await NowAsync(schedule)).Period.End);
        Assert.Equal(RequestAction.AdminExtend, Assert.Single(await RequestsAsync()));
    }

    [Fact]
    public async Task What_is_planned_can_begin_at_another_time_or_at_once()
    {
        var schedule = World.Add(Testing.Make.Eligibility(alan.Id, exchange.Id, World.Now.AddDays(1), World.Now.AddDays(3)));
        var page = Show(schedule);

        Assert.Empty(page.FindAll("[data-testid=began]"));
        page.FindAll("input[name=starts]")[0].Change(true);
        Assert.Equal("Update", Verb(page));
        await page.Find("#change-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-testid=done]")));
        Assert.Equal(new Period(World.Now, World.Now.AddDays(3)), (await NowAsync(schedule)).Period);
    }

    [Fact]
    public async Task What_has_ended_is_renewed_for_as_long_as_it_lasted()
    {
        var over = World.Add(Testing.Make.Eligibility(alan.Id, exchange.Id, World.Now.AddDays(-3), World.Now.AddDays(-1)));
        var page = Show(over, tab: "expired");

        Assert.Equal("Renew", Verb(page));
        Assert.Equal(Date(World.Now.AddDays(2)), page.Find("#assign-end").GetAttribute("value"));
        await page.Find("#change-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("was renewed", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        var again = Assert.Single(await World.Schedules.OpenOfAsync([alan.Id], ScheduleKind.Eligibility, exchange.Id, World.Now, Ct));
        Assert.NotEqual(over.Id, again.Id);
    }

    [Fact]
    public async Task What_is_refused_is_said_beside_its_field_and_nothing_changes()
    {
        var schedule = World.Assign(alan, exchange.Id, World.Now.AddDays(3));
        var page = Show(schedule);

        page.Find("#assign-end").Change(Date(World.Now.AddDays(-1)));
        await page.Find("#change-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("#assign-end-error").TextContent.Trim()));
        Assert.NotEmpty(page.Find("#assign-reason-error").TextContent.Trim());
        Assert.Equal(schedule, await NowAsync(schedule));
    }

    [Fact]
    public void Only_what_an_administrator_gave_can_be_changed_and_what_is_unknown_says_so()
    {
        var eligibility = World.MakeEligible(alan, exchange.Id);
        World.Add(Testing.Make.Activation(eligibility, alan.Id, World.Now.AddHours(-1), World.Now.AddHours(1)));

        Address.NavigateTo("/assignments?tab=active");
        var active = Render<Surroundings>(p => p.AddChildContent<AssignmentsPage>());
        active.WaitForAssertion(() => Assert.Equal(2, active.FindAll("[data-testid=row]").Count));
        Assert.Single(active.FindAll("[data-testid=change]"));

        var page = Show(eligibility with { Id = new ScheduleId(Testing.Make.NewId()) });
        Assert.Contains("no such assignment", page.Find("#change-panel [data-testid=refused]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=change-send]"));
    }

    private static string Date(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Verb(IRenderedComponent<Surroundings> page) => page.Find("[data-testid=change-send]").TextContent.Trim();

    private async Task<Schedule> NowAsync(Schedule schedule) => (await World.Schedules.FindAsync(schedule.Id, Ct))!;

    private async Task<IEnumerable<RequestAction>> RequestsAsync() =>
        (await World.Requests.ListAsync(new RequestQuery(), new PageAsk(), Ct)).Items.Select(listing => listing.Request.Action);

    private IRenderedComponent<Surroundings> Show(Schedule schedule, string? tab = null)
    {
        Address.NavigateTo($"/assignments?{(tab is null ? "" : $"tab={tab}&")}change={schedule.Id}");
        var page = Render<Surroundings>(p => p.AddChildContent<AssignmentsPage>());
        page.WaitForElement("#change-form, #change-panel [data-testid=refused]");
        return page;
    }
}
