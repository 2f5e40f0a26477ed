using System.Text.Json;
using System.Text.Json.Nodes;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>Holds an answer against that of a sample: the same members of the same kinds, and the same words where words have a meaning.</summary>
internal static class SampleAnswer
{
    private static readonly HashSet<string> Telling =
    [
        "requestType", "principalType", "memberType", "duration", "condition", "conditionVersion", "ruleType", "caller", "level", "userType",
        "notificationLevel", "recipientType", "notificationType", "reviewResult", "approvalMode", "maximumDuration", "isExpirationRequired",
        "isApprovalRequired", "isEnabled", "isDefaultRecipientsEnabled", "isOrganizationDefault", "principalId",
    ];

    public static IReadOnlyList<string> Differences(JsonNode? sample, JsonNode? answer) => [.. Differences(sample, answer, "", "")];

    private static IEnumerable<string> Differences(JsonNode? sample, JsonNode? answer, string name, string at) => (sample, answer) switch
    {
        // A sample of nothing leaves open what there could be.
        (null, _) => [],
        (_, null) => [$"{at} is missing"],
        (JsonObject one, JsonObject other) => one.SelectMany(member => Differences(member.Value, other[member.Key], member.Key, $"{at}.{member.Key}")),
        (JsonArray one, JsonArray other) => Differences(one, other, name, at),
        (JsonValue one, JsonValue other) => Differences(one, other, name, at),
        _ => [$"{at} is of another kind"],
    };

    private static IEnumerable<string> Differences(JsonArray sample, JsonArray answer, string name, string at)
    {
        if (name is "enabledRules" or "notificationRecipients")
        {
            return Texts(sample).Order().SequenceEqual(Texts(answer).Order()) ? [] : [$"{at} holds {answer.ToJsonString()}"];
        }

        if (sample.Count > 0 && answer.Count == 0)
        {
            return [$"{at} is empty"];
        }

        // Rules are found by their ids, whatever their order.
        return sample.SelectMany((item, index) => item is JsonObject rule && rule["ruleType"] is not null
            ? Differences(item, answer.FirstOrDefault(other => (string?)other!["id"] == (string?)rule["id"]), "", $"{at}[{index}]")
            : Among(item, answer, $"{at}[{index}]"));
    }

    // A list may hold more than the sample shows.
    private static List<string> Among(JsonNode? sample, JsonArray answer, string at)
    {
        var tries = answer.Select(item => Differences(sample, item, "", at).ToList()).ToList();
        return tries.MinBy(tried => tried.Count)!;
    }

    private static IEnumerable<string> Differences(JsonValue sample, JsonValue answer, string name, string at)
    {
        var (one, other) = (Kind(sample), Kind(answer));
        if (one != other)
        {
            return [$"{at} is {other}, and was {one}"];
        }

        return Telling.Contains(name) && !string.Equals(sample.ToString(), answer.ToString(), StringComparison.OrdinalIgnoreCase)
            ? [$"{at} is {answer}, and was {sample}"]
            : [];
    }

    private static string Kind(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "yes or no",
        var kind => kind.ToString(),
    };

    private static IEnumerable<string> Texts(JsonArray list) => list.Select(item => (string)item!);
}
