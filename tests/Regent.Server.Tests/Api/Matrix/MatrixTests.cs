using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Architecture;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>Who may do what at every address of the API: what docs/api/authorization.md says against what is measured.</summary>
public sealed class MatrixTests(MatrixServer server) : IClassFixture<MatrixServer>
{
    [Fact]
    public async Task Each_caller_gets_the_status_that_is_written_down()
    {
        var (rows, wrong) = await RowsAsync();
        Violations.None(wrong);
        var measured = await MeasureAsync(rows);

        var differences = MatrixDocument.Differences("authorization.md", MatrixPage.Of(measured), keyed: 2);
        Violations.None(measured.SelectMany(one => MatrixRules.Broken(one.Row, one.Statuses)));
        Violations.None(differences);
    }

    private async Task<(IReadOnlyList<MatrixRow> Rows, IReadOnlyList<string> Wrong)> RowsAsync()
    {
        var world = await MatrixWorld.SetUpAsync(server);
        return await MatrixRows.OfAsync(ApiRoute.Of(server.Services), world, await ApiClient.OfAsync(server, "ada"));
    }

    private async Task<IReadOnlyList<(MatrixRow Row, IReadOnlyList<int> Statuses)>> MeasureAsync(IReadOnlyList<MatrixRow> rows)
    {
        using var callers = new MatrixCallers(server);
        await callers.GetTokensAsync(rows);
        server.Keep();
        var measured = new ConcurrentDictionary<MatrixRow, IReadOnlyList<int>>();
        // What changes nothing is asked side by side.
        await Parallel.ForEachAsync(
            rows.Where(row => !row.Changes), new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (row, _) => measured[row] = await AllAsync(callers, row));
        foreach (var row in rows.Where(row => row.Changes))
        {
            measured[row] = await AllAsync(callers, row);
        }

        return [.. rows.Select(row => (row, measured[row]))];
    }

    private async Task<IReadOnlyList<int>> AllAsync(MatrixCallers callers, MatrixRow row)
    {
        var statuses = new List<int>();
        foreach (var client in callers.Of(row))
        {
            statuses.Add(await SendAsync(client, row));
            if (row.Changes && statuses[^1] < 300)
            {
                server.PutBack();
            }
        }

        return statuses;
    }

    private static async Task<int> SendAsync(HttpClient client, MatrixRow row)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Route.Method), row.Address)
        {
            Content = row.Body is null ? null : JsonContent.Create(row.Body),
        };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return row.IsInside && answer.IsSuccessStatusCode
            ? (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["responses"]![0]!["status"]!
            : (int)answer.StatusCode;
    }
}
