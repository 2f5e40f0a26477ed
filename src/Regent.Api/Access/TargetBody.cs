using System.Globalization;
using System.Text.Json;
using Regent.Api.OData;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>A target as it is sent: every value may be missing or wrong.</summary>
internal sealed record TargetBody
{
    public string? Name { get; init; }

    public string? Kind { get; init; }

    public string? Accounts { get; init; }

    /// <summary>How it is reached; a number or a switch may be sent as what it is. A secret that is left out stays as it is.</summary>
    public Dictionary<string, JsonElement>? Settings { get; init; }

    public string? SweepEvery { get; init; }

    /// <summary>The version that was read before; left out, nobody minds what others changed meanwhile.</summary>
    public int? Version { get; init; }

    /// <summary>Whether it is the same system under another address, where something is that Regent gave.</summary>
    public bool? Moved { get; init; }

    /// <summary>What is asked.</summary>
    public Reading<TargetAsk> Read() =>
        Members.Word<TargetKind>(Kind, "kind").Then(kind => Members.Span(SweepEvery, "sweepEvery").Then(sweepEvery => Texts().Then<TargetAsk>(
            settings => new TargetAsk(Name ?? "", kind, Accounts ?? "", settings) { SweepEvery = sweepEvery, Version = Version, HasMoved = Moved ?? false })));

    private Reading<Dictionary<string, string>> Texts()
    {
        var texts = new Dictionary<string, string>();
        foreach (var (name, value) in Settings ?? [])
        {
            if (Text(value) is not { } text)
            {
                return Members.Wrong($"settings.{name}", $"'settings.{name}' is a text, a number, or true or false.");
            }

            texts[name] = text;
        }

        return texts;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "",
        _ => null,
    };
}
