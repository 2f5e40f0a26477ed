using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Regent.Api.OData;

namespace Regent.Api.Graph.Directory;

/// <summary>Names one item by its address.</summary>
internal sealed partial record ReferenceBody([property: JsonPropertyName("@odata.id")] string? Address)
{
    private const string Member = "@odata.id";

    /// <summary>The id at the end of the address, whichever host and list stand before it.</summary>
    public Reading<Guid> Read() => Address is not null && IdAtTheEnd().Match(Address) is { Success: true } match
        ? Guid.Parse(match.Groups["id"].Value)
        : new Flaw(FlawKind.Body, $"'{Member}' must be the address of what is to be added, such as …/directoryObjects/{{id}}.") { Target = Member };

    [GeneratedRegex(
        @"[/(']?(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})('\))?/*\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IdAtTheEnd();
}
