using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Regent.Server.Tests.Api.Conformance;

/// <summary>One operation of a published description.</summary>
/// <param name="Document">The name of the description.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Path">With its places in braces.</param>
/// <param name="Description">What is said of it.</param>
internal sealed partial record ApiOperation(string Document, string Method, string Path, JsonObject Description)
{
    private readonly Regex form = new(
        $"^{Place().Replace(Regex.Escape(Path).Replace("\\{", "{", StringComparison.Ordinal).Replace("/{scope}", "(/.*)?", StringComparison.Ordinal), Filler)}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>How much of the path is fixed; of several that fit an address the most fixed one is meant.</summary>
    public int Literals { get; } = Place().Replace(Path, "").Length;

    /// <summary>Whether the contract's makers document how it behaves; the others stand in the metadata only.</summary>
    public bool IsDocumented => (bool?)Description["x-documented"] ?? true;

    public bool IsAt(string address) => form.IsMatch(address);

    /// <summary>What is said of an answer with this status; null when nothing is.</summary>
    public JsonNode? Answer(int status)
    {
        var answers = Description["responses"]!;
        return answers[$"{status}"] ?? answers[$"{status / 100}XX"] ?? (status >= 400 ? answers["default"] : null);
    }

    /// <summary>With the version of Graph in front, where it is Graph's.</summary>
    public string Address => $"{Version}{Path}";

    private string Version => Document switch
    {
        "graph-pim" => "/v1.0",
        "graph-pim-beta" => "/beta",
        _ => "",
    };

    /// <summary>Whether an address is of the very version this is described for: what both have is described once.</summary>
    public bool IsAtVersionOf(string address) => address.TrimStart('/').StartsWith(Version.TrimStart('/'), StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Method} {Address}";

    // The full id of something below a scope has slashes of its own.
    private static string Filler(Match place) => place.Value switch
    {
        "{roleAssignmentId}" => ".*/roleAssignments/[^/]+",
        "{roleId}" => ".*/roleDefinitions/[^/]+",

        // No item is called like a part of the protocol, such as $count.
        _ => "[^/$][^/]*",
    };

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Place();
}
