using System.Text.Json;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Cli;

public sealed class ActivateCommandTests : IDisposable
{
    private static readonly string[] Exchange =
        ["activate", "exchange", "--reason", "Move mailboxes", "--duration", "2h", "--ticket", "CHG-1", "--ticket-system", "Desk"];

    private readonly SampleServer server = new();
    private readonly RemoteCli cli;

    public ActivateCommandTests()
    {
        cli = new RemoteCli(server);
    }

    [Fact]
    public async Task A_role_without_approval_is_active_at_once_and_among_the_roles()
    {
        var ran = await cli.RunAsync("alan", "activate", "USER adm", "--reason", "New starters", "-d", "1h30m");
        var roles = await cli.RunAsync("alan", "roles");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Matches(@"^User Administrator  active  until .*\d\d:30, in 1 h 30 min$", Assert.Single(ran.Lines));
        Assert.Equal("Active", roles.Lines[0]);
        Assert.Matches(@"^  User Administrator  until .*\d\d:30, in 1 h 30 min  activated$", roles.Lines[1]);
        Assert.Equal("Eligible", roles.Lines[2]);
    }

    [Fact]
    public async Task Of_several_roles_each_has_its_result_and_one_refusal_is_told_in_the_exit_code()
    {
        var ran = await cli.RunAsync("alan", "activate", "user", "exchange", "billing", "--reason", "Invoices");

        Assert.Equal(1, ran.Exit);
        Assert.StartsWith("User Administrator      active", ran.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Exchange Administrator  refused               Ticket", ran.Lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Billing Administrator   waiting for approval  request ", ran.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_broken_rule_is_told()
    {
        var ran = await cli.RunAsync("alan", "activate", "exchange", "--duration", "3d", "--json");

        Assert.Equal(1, ran.Exit);
        using var json = JsonDocument.Parse(ran.Output);
        var problems = json.RootElement[0].GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("code").GetString());
        Assert.Equal(["ExpirationRule", "JustificationRule", "TicketingRule"], problems.Order());
        Assert.Equal("Refused", json.RootElement[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Waiting_goes_on_until_somebody_approves()
    {
        var waiting = cli.RunAsync("alan", [.. Exchange, "--wait"]);
        var id = await WaitingForGraceAsync();

        var approved = await cli.RunAsync("grace", "approve", id, "--reason", "Agreed");
        var ran = await waiting;

        Assert.Equal((0, "Approved: Exchange Administrator for Alan Turing."), (approved.Exit, Assert.Single(approved.Lines)));
        Assert.Equal(0, ran.Exit);
        Assert.StartsWith("Exchange Administrator  active  until", Assert.Single(ran.Lines), StringComparison.Ordinal);
        Assert.Contains($"waiting for approval, request {id}", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_ends_with_a_refusal_when_somebody_denies()
    {
        var waiting = cli.RunAsync("alan", [.. Exchange, "--wait", "--json"]);
        var id = await WaitingForGraceAsync();

        var denied = await cli.RunAsync("ada", "deny", id, "--reason", "Not today");
        var late = await cli.RunAsync("grace", "approve", id, "--reason", "Agreed");
        var ran = await waiting;

        Assert.Equal((0, "Denied: Exchange Administrator for Alan Turing."), (denied.Exit, Assert.Single(denied.Lines)));
        Assert.Equal(1, late.Exit);
        Assert.Contains("Ada Lovelace", late.Error, StringComparison.Ordinal);
        Assert.Equal(1, ran.Exit);
        using var json = JsonDocument.Parse(ran.Output);
        Assert.Equal("Denied", json.RootElement[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Nobody_approves_their_own_request()
    {
        await cli.RunAsync("alan", Exchange);

        var ran = await cli.RunAsync("alan", "approve", await WaitingForGraceAsync(), "--reason", "Trust me");

        Assert.Equal(1, ran.Exit);
        Assert.NotEmpty(ran.Error);
    }

    [Fact]
    public async Task A_request_is_listed_and_can_be_withdrawn_once()
    {
        await cli.RunAsync("alan", Exchange);
        var id = await WaitingForGraceAsync();

        var waiting = await cli.RunAsync("grace", "requests");
        var first = await cli.RunAsync("alan", "cancel", id);
        var second = await cli.RunAsync("alan", "cancel", id);
        var own = await cli.RunAsync("alan", "requests", "--top", "1");

        Assert.Contains(waiting.Lines, line => line.StartsWith($"  {id}  Alan Turing", StringComparison.Ordinal) && line.Contains("for 2 h", StringComparison.Ordinal));
        Assert.Contains("    Move mailboxes (ticket CHG-1, Desk)", waiting.Lines);
        Assert.Equal((0, "Cancelled: Exchange Administrator."), (first.Exit, Assert.Single(first.Lines)));
        Assert.Equal(1, second.Exit);
        Assert.Equal(["Waiting for you: none", "Asked by you", $"  {id}  Exchange Administrator  cancelled  just now"], own.Lines);
    }

    [Fact]
    public async Task A_role_is_given_back_after_five_minutes_and_not_before()
    {
        await cli.RunAsync("alan", "activate", "user", "-r", "New starters");

        var early = await cli.RunAsync("alan", "deactivate", "user");
        server.Clock.Advance(TimeSpan.FromMinutes(6));
        var ran = await cli.RunAsync("alan", "deactivate", "user administrator");
        var again = await cli.RunAsync("alan", "deactivate", "user");

        Assert.Equal((1, 0, 2), (early.Exit, ran.Exit, again.Exit));
        Assert.Equal("User Administrator is no longer active.", Assert.Single(ran.Lines));
        Assert.Contains("You have activated no role.", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planned_activation_says_when_it_begins()
    {
        var ran = await cli.RunAsync("alan", "activate", "security", "-r", "Review", "--start", "2026-03-04T10:00Z");

        Assert.Equal(0, ran.Exit);
        Assert.StartsWith("Security Reader  planned  from Wed ", Assert.Single(ran.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_eligible_through_a_group_sees_which()
    {
        var ran = await cli.RunAsync("katherine", "roles");

        Assert.Contains(ran.Lines, line => line.StartsWith("  Helpdesk Administrator", StringComparison.Ordinal)
            && line.EndsWith("through On-call engineers", StringComparison.Ordinal));
        Assert.Equal(0, (await cli.RunAsync("katherine", "activate", "helpdesk", "-r", "On call")).Exit);
    }

    public void Dispose() => server.Dispose();

    private Task<string> WaitingForGraceAsync() => Eventually.GetAsync(
        async () =>
        {
            var ran = await cli.RunAsync("grace", "requests", "--json");
            using var json = JsonDocument.Parse(ran.Output);
            return json.RootElement.GetProperty("waiting").EnumerateArray()
                .Where(request => request.GetProperty("principal").GetProperty("displayName").GetString() == "Alan Turing")
                .Select(request => request.GetProperty("id").GetString()).FirstOrDefault();
        },
        "a request of Alan's waits for Grace");
}
