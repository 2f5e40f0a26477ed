namespace Regent.Server.Tests.Api.Matrix;

/// <summary>The requests of every route. A route whose method changes something must have its own words; a read is made of its address.</summary>
internal static class MatrixRows
{
    /// <summary>The rows of these routes, in their order. What is missing or too much is told in the second.</summary>
    public static async Task<(IReadOnlyList<MatrixRow> Rows, IReadOnlyList<string> Wrong)> OfAsync(
        IReadOnlyList<ApiRoute> routes, MatrixWorld world, ApiClient administrator)
    {
        var addresses = new MatrixAddresses(world, administrator);
        var spoken = GraphChanges.Of(world).Concat(ArmChanges.Of(world)).Concat(TargetChanges.Of(world))
            .GroupBy(change => change.Route).ToDictionary(group => group.Key, group => group.ToArray());
        var rows = new List<MatrixRow>();
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var key = $"{route.Method} {(route.IsArm ? "/arm" : "")}{route.Path}";
            if (spoken.Remove(key, out var changes))
            {
                foreach (var change in changes)
                {
                    var address = change.Address ?? await addresses.FillAsync(route, change.Content);
                    rows.Add(new MatrixRow(route, change.Content, address, change.Body) { Permission = change.Permission, IsInside = change.IsInside });
                }
            }
            else if (route.Method == "GET")
            {
                rows.AddRange(await addresses.ReadsAsync(route));
            }
            else
            {
                wrong.Add($"{route} has no row");
            }
        }

        wrong.AddRange(spoken.Keys.Select(key => $"{key} is no route"));
        return (rows, wrong);
    }
}
