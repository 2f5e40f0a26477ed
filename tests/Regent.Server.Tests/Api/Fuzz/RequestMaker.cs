using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Regent.Server.Tests.Api.Conformance;

namespace Regent.Server.Tests.Api.Fuzz;

/// <summary>Makes requests to an operation that are nearly right, each wrong in another way.</summary>
/// <param name="description">Where the operation is described.</param>
/// <param name="ids">Ids of things that exist, for the places in addresses.</param>
/// <param name="known">Values that exist, by the name of the member.</param>
internal sealed partial class RequestMaker(ApiDescription description, IReadOnlyList<string> ids, IReadOnlyDictionary<string, string> known)
{
    private static readonly JsonSerializerOptions Loose = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public FuzzedRequest Make(ApiOperation operation, Dice dice)
    {
        var address = Place().Replace(operation.Address, place => Uri.EscapeDataString(Filling(place.Value, dice)).Replace("%2F", "/", StringComparison.Ordinal));
        return new FuzzedRequest(operation.Method, $"{address}{Query(operation, dice)}", Body(operation, dice));
    }

    private string Filling(string place, Dice dice)
    {
        if (place.Contains("scope", StringComparison.OrdinalIgnoreCase) && dice.Below(4) > 0)
        {
            return known["scope"];
        }

        return dice.Once(3) ? dice.Among(Hostile.Texts) : dice.Among(ids);
    }

    private static string Query(ApiOperation operation, Dice dice)
    {
        var version = operation.Document == "arm-pim" && dice.Below(8) > 0
            ? $"api-version={(operation.Path.Contains("Approval", StringComparison.Ordinal) ? "2021-01-01-preview" : Version(operation))}"
            : null;
        var option = dice.Once(2) ? dice.Among(Hostile.Queries) : null;
        var query = string.Join('&', new[] { version, option }.OfType<string>().Select(part => part.Replace(" ", "%20", StringComparison.Ordinal)));
        return query.Length == 0 ? "" : $"?{query}";
    }

    private static string Version(ApiOperation operation) =>
        operation.Path.EndsWith("roleAssignments", StringComparison.Ordinal) || operation.Path.Contains("roleDefinitions", StringComparison.Ordinal)
            || operation.Path.Contains("roleAssignments/", StringComparison.Ordinal) ? "2022-04-01" : "2020-10-01";

    private string? Body(ApiOperation operation, Dice dice)
    {
        if (operation.Method is "GET" or "DELETE")
        {
            return null;
        }

        if (dice.Once(8))
        {
            return Hostile.Body(dice);
        }

        var schema = operation.Description["requestBody"] is { } body ? description.Resolve(body)["content"]?["application/json"]?["schema"] : null;
        if (schema is null || new Specimen(description, known).Of(schema, dice) is not JsonObject made)
        {
            return dice.Once(2) ? "{}" : null;
        }

        for (var spoiled = dice.Below(4); spoiled > 0; spoiled--)
        {
            Spoil(made, dice);
        }

        return made.ToJsonString(Loose);
    }

    // Goes down to some member and leaves it out, or puts something else there.
    private static void Spoil(JsonObject body, Dice dice)
    {
        var at = body;
        for (var deeper = dice.Below(3); deeper > 0; deeper--)
        {
            var inner = at.Select(member => member.Value).OfType<JsonObject>().ToList();
            at = inner.Count > 0 ? dice.Among(inner) : at;
        }

        if (at.Count == 0)
        {
            at[dice.Among(Hostile.Texts)] = Hostile.Value(dice);
            return;
        }

        var name = dice.Among(at.Select(member => member.Key).ToList());
        if (dice.Once(3))
        {
            at.Remove(name);
        }
        else
        {
            at[name] = Hostile.Value(dice);
        }
    }

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Place();
}
