using Regent.Core.Assignments;

namespace Regent.Core.Alerts;

/// <summary>Finds activations that follow each other with hardly a pause.</summary>
public static class ActivationSequences
{
    /// <summary>So far back it looks.</summary>
    public static readonly TimeSpan Lookback = TimeSpan.FromDays(30);

    /// <summary>The sequences that are long enough, the latest first.</summary>
    /// <param name="activations">Activations that have begun, in no order.</param>
    /// <param name="configuration">How many in a row are too many, and which pause breaks the row.</param>
    public static IReadOnlyList<AlertIncident> Find(IEnumerable<Schedule> activations, AlertConfiguration configuration)
    {
        var pause = TimeSpan.FromSeconds(configuration[AlertThreshold.PauseSeconds]);
        return
        [
            .. activations.GroupBy(one => (one.Principal, one.Role, one.Scope))
                .SelectMany(some => InARow([.. some.OrderBy(one => one.Period.Start)], pause))
                .Where(row => row.Count >= configuration[AlertThreshold.Activations])
                .Select(row => new AlertIncident.OfActivations(row[0], row.Count, row[^1]))
                .OrderByDescending(incident => incident.Since).ThenBy(incident => incident.Id),
        ];
    }

    private static List<List<Schedule>> InARow(IReadOnlyList<Schedule> inOrder, TimeSpan pause)
    {
        var rows = new List<List<Schedule>>();
        foreach (var next in inOrder)
        {
            if (rows is [.., var row] && next.Period.Start - row[^1].Effective.End <= pause)
            {
                row.Add(next);
            }
            else
            {
                rows.Add([next]);
            }
        }

        return rows;
    }
}
