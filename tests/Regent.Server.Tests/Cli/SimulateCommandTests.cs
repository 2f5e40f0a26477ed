using System.Text.Json;

namespace Regent.Server.Tests.Cli;

public sealed class SimulateCommandTests : IDisposable
{
    private const string Shorter = """{ "role": "exchange admin", "settings": { "maximumDuration": "PT1H", "requiresTicket": true } }""";

    private readonly LocalData local = new();

    [Fact]
    public async Task What_would_be_judged_differently_is_listed_and_summed_up()
    {
        await MoveInAsync();
        await new LocalPeople(local).ActivateAsync(TimeSpan.FromHours(2));

        var ran = await SimulateAsync(Shorter);

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.StartsWith("Exchange Administrator at /, requests since ", ran.Lines[0], StringComparison.Ordinal);
        Assert.Equal("  maximumDuration         8 h → 1 h", ran.Lines[1]);
        Assert.Equal("  requiresTicket          no → yes", ran.Lines[2]);
        Assert.EndsWith("allowed → refused by ExpirationRule, TicketingRule", ran.Lines[3], StringComparison.Ordinal);
        Assert.Contains("alan@regent.example", ran.Lines[3], StringComparison.Ordinal);
        Assert.Equal("    ExpirationRule: This role can be activated for at most 1 h. Ask for less.", ran.Lines[4]);
        Assert.Equal("1 request judged: 1 now refused, 0 now need approval, 0 now allowed, 0 as before.", ran.Lines[^2]);
        Assert.StartsWith("Eligibility and duration are as recorded with each request.", ran.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approvers_are_named_as_people_name_them()
    {
        await MoveInAsync();
        await new LocalPeople(local).ActivateAsync(TimeSpan.FromHours(2));

        var ran = await SimulateAsync("""{ "role": "exchange admin", "scope": "/", "settings": { "requiresApproval": true, "approvers": ["grace@regent.example"] } }""");
        var nobody = await SimulateAsync("""{ "role": "exchange admin", "settings": { "requiresApproval": true, "approvers": ["Nobody"] } }""");

        Assert.Contains(ran.Lines, line => line.EndsWith("allowed → needs approval", StringComparison.Ordinal));
        Assert.Equal(2, nobody.Exit);
        Assert.Contains("settings.approvers: there is nobody called “Nobody”.", nobody.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_the_same_in_json()
    {
        await MoveInAsync();
        await new LocalPeople(local).ActivateAsync(TimeSpan.FromHours(2));

        var ran = await SimulateAsync(Shorter, "--json", "--days", "7");

        using var answer = JsonDocument.Parse(ran.Output);
        var request = Assert.Single(answer.RootElement.GetProperty("requests").EnumerateArray());
        Assert.Equal("allowed", request.GetProperty("before").GetProperty("verdict").GetString());
        Assert.Equal("refused", request.GetProperty("after").GetProperty("verdict").GetString());
        Assert.Equal("ExpirationRule", request.GetProperty("after").GetProperty("rules")[0].GetProperty("rule").GetString());
        Assert.Equal(1, answer.RootElement.GetProperty("totals").GetProperty("refused").GetInt32());
    }

    [Theory]
    [InlineData("nonsense", "The policy is not JSON: line 1, character 2.")]
    [InlineData("[]", "The policy is an object")]
    [InlineData("{}", "role is a role's name or id, in quotes.")]
    [InlineData("{}", "settings is an object with at least one setting to change: maximumDuration, requiresJustification")]
    [InlineData("""{ "rolle": "x", "role": "exchange admin", "settings": { "requiresMfa": true } }""", "rolle is not known. There are role, scope, settings.")]
    [InlineData("""{ "role": "exchange admin", "settings": { "maxDuration": "PT1H" } }""", "settings.maxDuration is not known. There are maximumDuration,")]
    [InlineData("""{ "role": "exchange admin", "settings": { "maximumDuration": "PT40M" } }""", "settings.maximumDuration is 30 minutes to 24 hours in steps of 30 minutes")]
    [InlineData("""{ "role": "exchange admin", "settings": { "maximumDuration": 4 } }""", "settings.maximumDuration is 30 minutes to 24 hours")]
    [InlineData("""{ "role": "exchange admin", "settings": { "requiresMfa": "yes" } }""", "settings.requiresMfa is true or false.")]
    [InlineData("""{ "role": "exchange admin", "settings": { "authenticationContext": "c100" } }""", "settings.authenticationContext is null, or \"c1\" to \"c99\".")]
    [InlineData("""{ "role": "exchange admin", "settings": { "approvers": "grace" } }""", "settings.approvers is a list of sign-in names")]
    public async Task What_is_wrong_with_the_file_names_the_member_and_what_is_permitted(string policy, string why)
    {
        await MoveInAsync();

        var ran = await SimulateAsync(policy);

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.Contains(why, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_go_together_badly_and_strange_days_are_refused()
    {
        await MoveInAsync();

        var conflict = await SimulateAsync("""{ "role": "exchange admin", "settings": { "requiresMfa": true, "authenticationContext": "c1" } }""");
        var days = await SimulateAsync(Shorter, "--days", "0");
        var nowhere = await local.RunAsync("simulate", "--policy", "/no/such/file.json");

        Assert.Equal([1, 2, 2], new[] { conflict, days, nowhere }.Select(ran => ran.Exit));
        Assert.Contains("Demand either a second factor or an authentication context", conflict.Error, StringComparison.Ordinal);
        Assert.Contains("--days is a number from 1 to 3650.", days.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be read", nowhere.Error, StringComparison.Ordinal);
    }

    public void Dispose() => local.Dispose();

    private Task MoveInAsync() => new LocalPeople(local).MoveInAsync();

    private async Task<Ran> SimulateAsync(string policy, params string[] more) =>
        await local.RunAsync(["simulate", "--policy", await local.FileAsync(policy), .. more]);
}
