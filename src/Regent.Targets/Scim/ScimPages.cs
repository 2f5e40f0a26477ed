using System.Globalization;
using System.Text.Json;
using Regent.Core.Targets;

namespace Regent.Targets.Scim;

/// <summary>Reads lists to their end, page by page.</summary>
internal sealed class ScimPages(ScimClient client)
{
    private const int PageSize = 200;
    private const int MostPages = 10_000;

    /// <summary>Everything in a list; the reply that ended it early where it has trouble.</summary>
    /// <param name="resource">Of what, such as <c>Users</c>.</param>
    /// <param name="attributes">What is needed of each; applications may send more.</param>
    /// <param name="filter">Which; null is all.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(IReadOnlyList<JsonElement> Found, ScimReply? Failure)> ReadAsync(
        string resource, string attributes, string? filter, CancellationToken ct)
    {
        var found = new List<JsonElement>();
        for (var pages = 0; pages < MostPages; pages++)
        {
            var from = (found.Count + 1).ToString(CultureInfo.InvariantCulture);
            var narrowed = filter is null ? "" : $"&filter={Uri.EscapeDataString(filter)}";
            var reply = await client.GetAsync($"{resource}?startIndex={from}&count={PageSize}&attributes={attributes}{narrowed}", ct);
            if (reply.Trouble is not null)
            {
                return (found, reply);
            }

            var before = found.Count;
            found.AddRange(reply.Body.Values("Resources"));
            if (found.Count == before || found.Count >= (reply.Body.Number("totalResults") ?? 0))
            {
                return Whole(found, reply);
            }
        }

        return (found, ScimReply.Failed(TargetAnswer.Refused($"The list of {resource} has no end.")));
    }

    // A list that ends before its own count was changed meanwhile, or is cut off: either way something may be missing from it.
    private static (IReadOnlyList<JsonElement> Found, ScimReply? Failure) Whole(List<JsonElement> found, ScimReply last) =>
        last.Body.Number("totalResults") is not { } total || found.Count >= total
            ? (found, null)
            : (found, ScimReply.Failed(TargetAnswer.Unreachable($"The list ended after {found.Count} of {total}.")));
}
