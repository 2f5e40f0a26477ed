using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Regent.Server.Tests.Api.Arm;
using Regent.Server.Tests.Api.Conformance;
using Regent.Server.Tests.Architecture;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>What becomes of every operation of the published descriptions: docs/api/operations.md against what the host does.</summary>
public sealed partial class OperationTests(MatrixServer server) : IClassFixture<MatrixServer>
{
    private const string Head = """
        # Every operation and its state

        All operations of the three descriptions of the API that Regent is held to: Graph `v1.0`, the parts of PIM in `beta`, and Azure
        Resource Manager. The page is made by `OperationTests`, which asks the server and fails where its state is another;
        `REGENT_WRITE_MATRIX=1` writes it anew.

        *Works* is an operation that is served and that tests got good answers from, which were held against its description; up to three of
        these test classes are named, by their place below `tests/Regent.Server.Tests/Api`. Each run of the tests notes who got what, and
        fails at its end where a class that is named here did not. What stands in Graph's metadata only has no documented behaviour: reads
        of that kind are answered where Regent has what they ask for, and everything else is refused with the status given.
        Who may do what is in [authorization.md](authorization.md).


        """;

    [Fact]
    public async Task Each_operation_is_in_the_state_that_is_written_down()
    {
        using var client = await server.ApiAsync("ada");
        var routes = ApiRoute.Of(server.Services);
        var claims = OperationsPage.Claims();
        var tables = new List<string>();
        var wrong = new List<string>();
        foreach (var description in ApiDescription.All)
        {
            var rows = new List<IReadOnlyList<string>>();
            foreach (var operation in description.Operations.OrderBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Method, StringComparer.Ordinal))
            {
                var works = DescribedRoute.Of(operation, routes) is not null && !IsEmpty(operation);
                var tests = works ? claims.GetValueOrDefault(operation.ToString(), []) : [$"Matrix/{nameof(OperationTests)}"];
                var state = works ? OperationsPage.Works : $"{await RefusedAsync(client, operation)}: {Reason(operation)}";
                rows.Add([$"`{operation}`", state, string.Join(", ", tests)]);
                wrong.AddRange(Wrong(operation, works, tests));
            }

            tables.Add($"## {description.Operations[0].Document}\n\n{MatrixDocument.Table(["Operation", "State", "Tested by"], rows)}");
        }

        Violations.None(MatrixDocument.IsWritten ? [] : wrong);
        Violations.None(MatrixDocument.Differences(OperationsPage.Name, $"{Head}{string.Join('\n', tables)}", keyed: 1));
    }

    // What a write or a read that nobody serves is answered; it must be a plain no.
    private static async Task<int> RefusedAsync(HttpClient client, ApiOperation operation)
    {
        var address = Place().Replace(operation.Address, ArmClient.NewName());
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), address)
        {
            Content = operation.Method is "GET" or "DELETE" ? null : JsonContent.Create(new JsonObject()),
        };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode is 404 or 405, $"{operation} is not there and answers {(int)answer.StatusCode}.");
        return (int)answer.StatusCode;
    }

    // What it leads to is null of every item, and what is null is not found.
    private static bool IsEmpty(ApiOperation operation) => operation.Method == "GET" && operation.Path.EndsWith("/appScope", StringComparison.Ordinal);

    private static string Reason(ApiOperation operation) =>
        IsEmpty(operation) ? "directory roles are held at no scope of an application" : "stands in the metadata only";

    private static IEnumerable<string> Wrong(ApiOperation operation, bool works, IReadOnlyList<string> tests) =>
        !works ? operation.IsDocumented ? [$"{operation} is documented and not there"] : []
        : tests.Count == 0 ? [$"{operation} works, and no test is named that got a good answer from it: write one, and run it with REGENT_WRITE_MATRIX=1"]
        : tests.Where(name => !Witnesses.Exists(name)).Select(name => $"{operation} is said to be tested by {name}, which is no test");

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Place();
}
