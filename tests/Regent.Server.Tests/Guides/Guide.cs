using System.Text.RegularExpressions;
using Regent.Server.Tests.Architecture;

namespace Regent.Server.Tests.Guides;

/// <summary>A page of the documentation, with the pieces of code in it.</summary>
internal sealed partial class Guide
{
    private readonly string text;

    private Guide(string text) => this.text = text;

    public static Guide Open(string page) => new(File.ReadAllText(Path.Combine(Repository.Root, "docs", page)));

    /// <summary>The piece of code under a heading, the first if there are several.</summary>
    public string Code(string heading) => Block().Match(Section(heading)) is { Success: true } block
        ? block.Groups["code"].Value
        : throw new InvalidOperationException($"There is no code under '{heading}'.");

    /// <summary>What stands under a heading, up to the next one.</summary>
    public string Section(string heading)
    {
        var start = text.IndexOf($"# {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no heading '{heading}'.");
        var rest = text[(start + heading.Length + 2)..];
        return Heading().Match(rest) is { Success: true } next ? rest[..next.Index] : rest;
    }

    [GeneratedRegex(@"^```\w+\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    // A script begins with a line that looks like one.
    [GeneratedRegex("^##+ ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
