namespace Regent.Server.Tests.Architecture;

/// <summary>Fails with every violation in full, one a line; the built-in assertion shortens them beyond use.</summary>
internal static class Violations
{
    public static void None(IEnumerable<string?> violations)
    {
        var found = violations.Distinct().ToList();
        if (found.Count > 0)
        {
            Assert.Fail(string.Join(Environment.NewLine, ["The rule is broken by:", .. found]));
        }
    }
}
