using Regent.Core.Targets;

namespace Regent.Targets;

/// <summary>Follows a list from page to page: not to another server, and not in a circle.</summary>
/// <param name="address">The server, without a slash at the end.</param>
internal sealed class TenantPages(string address)
{
    private const int Most = 10_000;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Why a list cannot be followed to a page; null when it can.</summary>
    public TargetAnswer? Problem(string page) =>
        !page.StartsWith($"{address}/", StringComparison.OrdinalIgnoreCase)
            ? TargetAnswer.Refused("The list goes on at another server, where Regent does not follow it.")
            : !seen.Add(page) || seen.Count > Most ? TargetAnswer.Refused("The list has no end.") : null;
}
