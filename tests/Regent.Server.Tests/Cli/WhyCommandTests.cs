using System.Text.Json;

namespace Regent.Server.Tests.Cli;

public sealed class WhyCommandTests : IDisposable
{
    private readonly LocalData local = new();

    [Fact]
    public async Task Each_rule_is_told_with_its_outcome_facts_and_remedy()
    {
        await MoveInAsync();

        var ran = await local.RunAsync("why", "--user", "alan@regent.example", "--role", "exchange admin");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal("Alan Turing · Exchange Administrator · /", ran.Lines[0]);
        Assert.Equal("An activation now would begin at once, once what is demanded is given.", ran.Lines[1]);
        Assert.Contains(ran.Lines, line => line.StartsWith("passed    EligibilityRule ", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, line => line.StartsWith("demanded  JustificationRule ", StringComparison.Ordinal));
        Assert.Contains("          → Say in a sentence what you need the role for.", ran.Lines);
        Assert.Contains("          maximum: 8 h, asked: 8 h", ran.Lines);
        Assert.Contains(ran.Lines, line => line.StartsWith("Would use      eligibility ", StringComparison.Ordinal) && line.EndsWith("at /, until no end", StringComparison.Ordinal));
        Assert.Equal("Would be asked nobody: no approval is demanded", ran.Lines[^1]);
    }

    [Fact]
    public async Task What_would_be_refused_says_so_and_what_is_held_on_what_it_rests()
    {
        await MoveInAsync();
        await new LocalPeople(local).ActivateAsync(TimeSpan.FromHours(2));

        var ran = await local.RunAsync("why", "--user", "alan@regent.example", "--role", LocalPeople.Exchange.ToString(), "--duration", "9h");

        Assert.Equal("An activation now would be refused.", ran.Lines[1]);
        Assert.Contains(ran.Lines, line => line.StartsWith("failed    RoleAssignmentExists ", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, line => line.StartsWith("failed    ExpirationRule ", StringComparison.Ordinal));
        Assert.StartsWith("Holds it now   activated at /, from ", ran.Lines[^1], StringComparison.Ordinal);
        Assert.Contains(", resting on eligibility ", ran.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_the_same_in_json()
    {
        await MoveInAsync();

        var ran = await local.RunAsync("why", "--user", "grace@regent.example", "--role", "Exchange Administrator", "--json");

        using var answer = JsonDocument.Parse(ran.Output);
        var root = answer.RootElement;
        Assert.Equal("refused", root.GetProperty("verdict").GetString());
        var failed = root.GetProperty("rules").EnumerateArray().First(rule => !rule.GetProperty("passed").GetBoolean());
        Assert.Equal("EligibilityRule", failed.GetProperty("rule").GetString());
        Assert.Equal("Ask an administrator to make you eligible.", failed.GetProperty("remedy").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("eligibility").ValueKind);
    }

    [Theory]
    [InlineData("eve@regent.example", "Exchange Administrator", "/", 1, "There is no user eve@regent.example.")]
    [InlineData("alan@regent.example", "Administrator", "/", 2, "is part of several roles: ")]
    [InlineData("alan@regent.example", "Nothing", "/", 2, "No role that can be held at / is called “Nothing”.")]
    [InlineData("alan@regent.example", "Owner", "/", 2, "No role that can be held at / is called “Owner”.")]
    [InlineData("alan@regent.example", "Exchange Administrator", "nowhere", 2, "“nowhere” is no scope.")]
    [InlineData("alan@regent.example", "Reader", "/subscriptions/0198f1a2-7c00-7000-8000-0000000000ff", 1, "There is no such scope.")]
    public async Task What_is_wrong_is_said(string user, string role, string scope, int exit, string why)
    {
        await MoveInAsync();

        var ran = await local.RunAsync("why", "--user", user, "--role", role, "--scope", scope);

        Assert.Equal((exit, ""), (ran.Exit, ran.Output));
        Assert.Contains(why, ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => local.Dispose();

    private Task MoveInAsync() => new LocalPeople(local).MoveInAsync();
}
