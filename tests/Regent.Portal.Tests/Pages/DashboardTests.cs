using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Requests;
using Regent.Portal.Layout;
using Regent.Portal.Pages;

namespace Regent.Portal.Tests.Pages;

public sealed class DashboardTests : PortalContext
{
    private readonly Principal ada;
    private readonly RoleDefinition exchange;

    public DashboardTests()
    {
        ada = World.AddUser("Ada Lovelace");
        exchange = World.AddRole("Exchange Administrator");
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        SignIn(ada);
    }

    [Fact]
    public async Task What_was_asked_for_somebody_else_says_for_whom()
    {
        var alan = World.AddUser("Alan Turing");
        await AssignAsync(alan);
        await AssignAsync(ada);

        var rows = Render<Surroundings>(p => p.AddChildContent<Dashboard>()).FindAll("[data-testid=tile-asked] [data-testid=tile-row]")
            .Select(row => row.TextContent).ToList();

        Assert.Contains(rows, row => row.Contains("Make eligible", StringComparison.Ordinal) && row.Contains("for Alan Turing, now", StringComparison.Ordinal));
        Assert.Contains(rows, row => !row.Contains("for ", StringComparison.Ordinal));
    }

    [Fact]
    public void Empty_tiles_say_what_would_be_in_them()
    {
        var board = Render<Surroundings>(p => p.AddChildContent<Dashboard>());

        Assert.Contains("activated nothing", board.Find("[data-testid=tile-active]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing waits", board.Find("[data-testid=tile-waiting]").TextContent, StringComparison.Ordinal);
        Assert.Contains("eligible for no role", board.Find("[data-testid=tile-eligible]").TextContent, StringComparison.Ordinal);
        Assert.Contains("asked for nothing", board.Find("[data-testid=tile-asked]").TextContent, StringComparison.Ordinal);
    }

    private async Task AssignAsync(Principal whom)
    {
        var ask = new AssignmentAsk(ScheduleKind.Eligibility, whom.Id, exchange.Id, Scope.Tenant) { Expiration = new Expiration.Never() };
        var outcome = await Services.GetRequiredService<AssignRole>().ExecuteAsync(new Caller(ada.Id, null), ask, Xunit.TestContext.Current.CancellationToken);
        Assert.IsType<Outcome<ScheduleRequest>.Done>(outcome);
    }
}
