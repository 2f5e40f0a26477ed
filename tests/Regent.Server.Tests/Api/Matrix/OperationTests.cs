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

        *Works* is an operation that is served; its answers are held against its description in every test of the API. The tests are
        the folders below `tests/Regent.Server.Tests/Api`. What stands in Graph's metadata only has no documented behaviour: reads of that
        kind are answered where Regent has what they ask for, and everything else is refused with the status given. Who may do what is
        in [authorization.md](authorization.md).


        """;

    private static readonly (string Part, string Folder)[] Folders =
    [
        ("/roleAssignmentApprovals", "Approvals"), ("/assignmentApprovals", "Approvals"), ("/roleManagementAlerts", "Alerts"),
        ("/policies/", "Policies"), ("/privilegedAccess/group/", "GroupAccess"), ("/roleManagement/directory/", "Roles"),
        ("/auditLogs/", "Audit"), ("/", "Directory"),
    ];

    [Fact]
    public async Task Each_operation_is_in_the_state_that_is_written_down()
    {
        using var client = await server.ApiAsync("ada");
        var routes = ApiRoute.Of(server.Services);
        var tables = new List<string>();
        var wrong = new List<string>();
        foreach (var description in ApiDescription.All)
        {
            var rows = new List<IReadOnlyList<string>>();
            foreach (var operation in description.Operations.OrderBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Method, StringComparer.Ordinal))
            {
                var works = DescribedRoute.Of(operation, routes) is not null;
                var state = works ? "works" : $"{await RefusedAsync(client, operation)}: {Reason(operation)}";
                rows.Add([$"`{operation.Method} {Prefix(operation)}{operation.Path}`", state, Folder(operation)]);
                if (!works && operation.IsDocumented)
                {
                    wrong.Add($"{operation} is documented and not there");
                }
            }

            tables.Add($"## {description.Operations[0].Document}\n\n{MatrixDocument.Table(["Operation", "State", "Tested by"], rows)}");
        }

        Violations.None(wrong);
        Violations.None(MatrixDocument.Differences("operations.md", $"{Head}{string.Join('\n', tables)}", keyed: 1));
    }

    // What a write or a read that nobody serves is answered; it must be a plain no.
    private static async Task<int> RefusedAsync(HttpClient client, ApiOperation operation)
    {
        var address = $"{Prefix(operation)}{Place().Replace(operation.Path, ArmClient.NewName())}";
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), address)
        {
            Content = operation.Method is "GET" or "DELETE" ? null : JsonContent.Create(new JsonObject()),
        };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode is 404 or 405, $"{operation} is not there and answers {(int)answer.StatusCode}.");
        return (int)answer.StatusCode;
    }

    private static string Reason(ApiOperation operation) => operation.Path.EndsWith("/operations/$count", StringComparison.Ordinal)
        ? "stands in the metadata only; long-running operations are listed and not counted"
        : "stands in the metadata only";

    private static string Folder(ApiOperation operation)
    {
        var folder = operation.Document == "arm-pim" ? "Arm" : Array.Find(Folders, one => operation.Path.Contains(one.Part, StringComparison.Ordinal)).Folder;
        Assert.True(Path.Exists(Path.Combine(Repository.Root, "tests/Regent.Server.Tests/Api", folder)), $"There are no tests in {folder}.");
        return folder;
    }

    private static string Prefix(ApiOperation operation) => operation.Document switch
    {
        "graph-pim" => "/v1.0",
        "graph-pim-beta" => "/beta",
        _ => "",
    };

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Place();
}
