using Bunit;
using Regent.Core;
using Regent.Core.Policies;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

public sealed class RuleTraceTests : PortalContext
{
    private static readonly RuleResult Passed = new(
        RefusalCode.MfaRule, Passed: true, new Finding("No second factor is demanded.", Remedy: null, [RuleFact.Of("demanded", false)]));

    private static readonly RuleResult Failed = new(
        RefusalCode.ExpirationRule, Passed: false,
        new Finding("This role can be activated for at most 8 h.", "Ask for less.", [RuleFact.Of("maximum", TimeSpan.FromHours(8)), RuleFact.Of("asked", TimeSpan.FromHours(9))]));

    [Fact]
    public void Each_rule_has_its_mark_sentence_facts_and_remedy()
    {
        var trace = Show(Passed, Failed);

        Assert.Equal("How this is judged 1 of 2 rules not met yet", trace.Find("summary").TextContent);
        var failed = trace.Find("[data-testid=rule-failed]");
        Assert.StartsWith("Failed: This role can be activated for at most 8 h.", failed.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ask for less.", failed.QuerySelector(".rule-remedy")!.TextContent);
        Assert.Equal("ExpirationRule", failed.QuerySelector("code")!.TextContent);
        Assert.Equal(["maximum: 8 h", "asked: 9 h"], failed.QuerySelectorAll(".rule-fact").Select(fact => fact.TextContent.Trim()));
        var passed = trace.Find("[data-testid=rule-passed]");
        Assert.StartsWith("Passed: ", passed.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Null(passed.QuerySelector(".rule-remedy"));
        Assert.Equal(["rule-failed", "rule-passed"], trace.FindAll(".rule").Select(rule => rule.GetAttribute("data-testid")));
    }

    [Fact]
    public void What_stands_in_the_way_is_wondered_about() => Assert.StartsWith(
        "Why? ", Render<RuleTrace>(parts => parts.Add(part => part.Trace, [Failed]).Add(part => part.Blocked, true)).Find("summary").TextContent,
        StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_failed_it_says_how_it_was_judged() =>
        Assert.Equal("How this is judged all 1 rules are met", Show(Passed).Find("summary").TextContent);

    [Fact]
    public void Moments_are_on_the_readers_clock()
    {
        var end = World.Now.AddHours(3);
        var trace = Show(Passed with { Finding = Passed.Finding with { Facts = [RuleFact.Of("eligible until", end)] } });

        Assert.Contains("15:00", trace.Find(".rule-fact").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<RuleTrace> Show(params RuleResult[] trace) => Render<RuleTrace>(parts => parts.Add(part => part.Trace, trace));
}
