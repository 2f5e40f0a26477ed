using System.Globalization;
using System.Text.Json;
using Regent.Core.Targets;

namespace Regent.Targets.Scim;

/// <summary>Reads lists to their end, page by page.</summary>
internal sealed class ScimPages(ScimClient client)
{
    private const int PageSize = 200;
    private const int MostPages = 10_000;
    private const long LongestList = 128 * 1024 * 1024;
    private const string Total = "totalResults";
    private const string Resources = "Resources";

    /// <summary>Everything in a list; the reply that ended it early where it has trouble.</summary>
    /// <param name="resource">Of what, such as <c>Users</c>.</param>
    /// <param name="attributes">What is needed of each; applications may send more.</param>
    /// <param name="filter">Which; null is all.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(IReadOnlyList<JsonElement> Found, ScimReply? Failure)> ReadAsync(
        string resource, string attributes, string? filter, CancellationToken ct)
    {
        var (found, ids, size) = (new List<JsonElement>(), new HashSet<string>(StringComparer.Ordinal), 0L);
        for (var pages = 0; pages < MostPages && size < LongestList; pages++)
        {
            var from = (found.Count + 1).ToString(CultureInfo.InvariantCulture);
            var narrowed = filter is null ? "" : $"&filter={Uri.EscapeDataString(filter)}";
            var reply = await client.GetAsync($"{resource}?startIndex={from}&count={PageSize}&attributes={attributes}{narrowed}", ct);
            if ((reply.Trouble ?? Problem(reply.Body, resource)) is { } trouble)
            {
                return (found, reply with { Trouble = trouble });
            }

            var before = found.Count;
            // What comes twice counts once: an application that sends its first page again and again has told no more by it.
            found.AddRange(reply.Body.Values(Resources).Where(one => one.Text("id") is not { } id || ids.Add(id)));
            if (found.Count == before || found.Count >= reply.Body.Number(Total))
            {
                return Whole(found, reply);
            }

            size += reply.Size;
        }

        return (found, ScimReply.Failed(TargetAnswer.Refused($"The list of {resource} has no end.")));
    }

    // What is no list tells nothing, least of all that nobody is in it.
    private static TargetAnswer? Problem(JsonElement body, string resource) =>
        body.Number(Total) is { } total && (total == 0 || body.Attribute(Resources).ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            ? null
            : TargetAnswer.Refused($"The answer is no list of {resource}: it lacks totalResults or Resources.");

    // A list that ends before its own count was changed meanwhile, or is cut off: either way something may be missing from it.
    private static (IReadOnlyList<JsonElement> Found, ScimReply? Failure) Whole(List<JsonElement> found, ScimReply last) =>
        last.Body.Number(Total) is { } total && found.Count < total
            ? (found, ScimReply.Failed(TargetAnswer.Unreachable($"The list ended after {found.Count} of {total}.")))
            : (found, null);
}
