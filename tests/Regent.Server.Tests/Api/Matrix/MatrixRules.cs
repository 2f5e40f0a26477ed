namespace Regent.Server.Tests.Api.Matrix;

/// <summary>What holds of every row, whatever the page says (specification of the API, sections 1.2 and 1.6).</summary>
internal static class MatrixRules
{
    private static readonly string[] OpenToAnybody = ["/", "/$metadata"];

    public static IEnumerable<string> Broken(MatrixRow row, IReadOnlyList<int> statuses)
    {
        if (!row.Route.IsArm && OpenToAnybody.Contains(row.Route.Path))
        {
            return [];
        }

        var of = MatrixCallers.Columns.Zip(statuses).ToDictionary();
        var rules = row.Route.IsArm ? OfArm(of) : row.Route.Needs is null ? [] : OfGraph(row, of);
        return rules.Append((Holds: of["nobody"] == 401, Rule: "nobody gets in without a token"))
            .Append((Holds: statuses.All(status => status is < 500 and not 429), Rule: "no caller breaks it"))
            .Append((Holds: statuses.Any(status => status < 300) || IsForNobody(row), Rule: "what is asked for is there, and somebody may"))
            .Append((Holds: !row.Changes || (of["reader"] >= 400 && of["person"] >= 400), Rule: "neither a reader nor who holds nothing changes anything"))
            .Where(rule => !rule.Holds).Select(rule => $"{row.Route} {row.Content}: {rule.Rule}, but: {string.Join(' ', statuses)}");
    }

    // Nothing has a scope of an application and nobody a picture; an extension takes a second factor.
    private static bool IsForNobody(MatrixRow row) =>
        row.Route.Path.EndsWith("/appScope", StringComparison.Ordinal) || row.Route.Path.Contains("/photo/", StringComparison.Ordinal)
        || row.Content.EndsWith("without a second factor", StringComparison.Ordinal);

    private static IEnumerable<(bool Holds, string Rule)> OfArm(Dictionary<string, int> of) =>
        [(of["delegated without"] == 401, "a token for Graph is none for Azure Resource Manager")];

    private static IEnumerable<(bool Holds, string Rule)> OfGraph(MatrixRow row, Dictionary<string, int> of) =>
    [
        (of["app without"] == 403, "a program without a permission gets 403"),
        (of["delegated without"] == 403, "a program of a person without a permission gets 403"),
        (row.Route.Needs!.Application.Count > 0 || of["app with"] == 403, "no program does for itself what none is given"),
        MatrixAddresses.IsByOther(row.Content)
            ? (of["app with"] == 403 && of["delegated with"] == 403, "the permission for something else is not enough")
            : (of["delegated with"] == of["global administrator"], "the least permission does for a person what the person may"),
    ];
}
