using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Regent.Server.Tests.Architecture;

namespace Regent.Server.Tests.Api;

/// <summary>Holds answers to the files beside the tests, member by member and in order. Ids nobody can know beforehand are named first.</summary>
internal sealed partial class Shape
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Text, string Name)> names = [];

    /// <summary>Shows this text under a name.</summary>
    public Shape Naming(string? text, string name)
    {
        if (!string.IsNullOrEmpty(text))
        {
            names.Add((text, $"{{{name}}}"));
        }

        return this;
    }

    /// <summary>The answer is as the file says. With REGENT_WRITE_SHAPES set, the file is as the answer says.</summary>
    public void Is(string file, JsonNode answer)
    {
        var path = Path.Combine(Repository.Root, "tests/Regent.Server.Tests/Api/Shapes", $"{file}.json");
        var seen = Known(answer.ToJsonString(Readable)) + "\n";
        if (Environment.GetEnvironmentVariable("REGENT_WRITE_SHAPES") is not null)
        {
            File.WriteAllText(path, seen);
        }

        Assert.Equal(File.ReadAllText(path), seen);
    }

    private string Known(string text)
    {
        var known = names.OrderByDescending(one => one.Text.Length)
            .Aggregate(text, (before, one) => before.Replace(one.Text, one.Name, StringComparison.Ordinal));
        known = Origin().Replace(known, "{origin}");
        known = RequestIds().Replace(known, "${name}{id}");
        return SkipTokens().Replace(known, "${name}{token}");
    }

    [GeneratedRegex(@"http://(127\.0\.0\.1|localhost|\[::1?\]):\d+")]
    private static partial Regex Origin();

    [GeneratedRegex("(?<name>\"(client-)?request-id\": \")[0-9a-f-]{36}")]
    private static partial Regex RequestIds();

    [GeneratedRegex(@"(?<name>\$skiptoken=)[0-9A-Za-z%-]+")]
    private static partial Regex SkipTokens();
}
