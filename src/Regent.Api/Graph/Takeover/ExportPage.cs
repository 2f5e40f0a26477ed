using System.Text.Json;
using System.Text.RegularExpressions;

namespace Regent.Api.Graph.Takeover;

/// <summary>One file as it was read: an object with <c>value</c>, or an array.</summary>
/// <param name="File">Its name.</param>
/// <param name="Kind">What it holds; null where its name does not say.</param>
/// <param name="Entries">What it holds.</param>
internal sealed partial record ExportPage(string File, ExportKind? Kind, IReadOnlyList<JsonElement> Entries)
{
    /// <summary>Why it cannot be read; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether there is another page.</summary>
    public bool GoesOn { get; init; }

    /// <summary>The list it is a page of, by its name.</summary>
    public string List => $"{Kind?.Name} {Id().Match(File).Value}";

    public static ExportPage Read(EntraFile file)
    {
        var kind = ExportKind.Of(file.Name);
        if (kind is null)
        {
            return Unread(file, kind, $"The name of a file begins with what it holds: {string.Join(", ", ExportKind.All.Select(known => known.Name))}.");
        }

        try
        {
            using var document = JsonDocument.Parse(file.Content);
            return Of(file, kind, document.RootElement.Clone());
        }
        catch (JsonException failure)
        {
            return Unread(file, kind, $"It is not JSON: line {failure.LineNumber + 1}, character {failure.BytePositionInLine + 1}. Fetch it again.");
        }
    }

    private static ExportPage Of(EntraFile file, ExportKind kind, JsonElement root) => root switch
    {
        { ValueKind: JsonValueKind.Array } => new ExportPage(file.Name, kind, [.. root.EnumerateArray()]),
        { ValueKind: JsonValueKind.Object } when root.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Array =>
            new ExportPage(file.Name, kind, [.. value.EnumerateArray()]) { GoesOn = root.TryGetProperty("@odata.nextLink", out _) },
        _ => Unread(file, kind, "It is neither an array nor an object whose 'value' is one. Keep it as Graph answered it."),
    };

    private static ExportPage Unread(EntraFile file, ExportKind? kind, string problem) => new(file.Name, kind, []) { Problem = problem };

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    public static partial Regex Id();
}
