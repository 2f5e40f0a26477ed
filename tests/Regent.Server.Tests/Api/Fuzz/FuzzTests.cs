using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Regent.Server.Tests.Api.Conformance;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Fuzz;

/// <summary>Whatever is sent to any operation: it is answered soon, never with a 5xx, and what is refused has changed nothing.</summary>
public sealed class FuzzTests(FuzzTests.PatientServer server) : IClassFixture<FuzzTests.PatientServer>
{
    private const int Requests = 21_000;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task No_request_breaks_the_server_and_what_is_refused_changes_nothing()
    {
        var senders = new[] { await server.ApiAsync("ada"), await server.ApiAsync("alan"), await server.ApiAsync("grace") };
        var (ids, known) = await KnownAsync();
        var operations = ApiDescription.All.SelectMany(
            description => description.Operations, (description, operation) => (Maker: new RequestMaker(description, ids, known), operation)).ToList();
        var dice = new Dice(4);
        using var database = Watch();
        var problems = new ConcurrentBag<string>();
        var statuses = new Dictionary<int, int>();
        for (var sent = 0; sent < Requests; sent++)
        {
            var (maker, operation) = operations[sent % operations.Count];
            var request = maker.Make(operation, dice);
            var before = Version(database);
            var (status, took) = await SendAsync(dice.Among(senders), request);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            var changed = Version(database) != before;
            if (status is 0 or >= 500 || (status >= 400 && changed) || took > Soon)
            {
                problems.Add($"{status}{(changed ? ", and changed something" : "")}, after {took.TotalMilliseconds:0} ms: {request}");
            }
        }

        TestContext.Current.SendDiagnosticMessage("Answers: {0}", string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Value} x {status.Key}")));
        Assert.True(problems.IsEmpty, $"{problems.Count} of {Requests}:\n{string.Join('\n', problems.Take(40))}");
        Assert.True(statuses.Where(status => status.Key < 300).Sum(status => status.Value) > Requests / 20, "Too little was understood to prove anything.");
    }

    private static async Task<(int Status, TimeSpan Took)> SendAsync(HttpClient sender, FuzzedRequest request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri($"{sender.BaseAddress!.ToString().TrimEnd('/')}{request.Address}"));
        if (request.Body is { } body)
        {
            message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        var watch = Stopwatch.StartNew();
        try
        {
            using var answer = await sender.SendAsync(message, TestContext.Current.CancellationToken);
            return ((int)answer.StatusCode, watch.Elapsed);
        }
        catch (HttpRequestException)
        {
            return (0, watch.Elapsed);
        }
    }

    private async Task<(IReadOnlyList<string> Ids, IReadOnlyDictionary<string, string> Known)> KnownAsync()
    {
        var ada = await ApiClient.OfAsync(server, "ada");
        var alan = await server.PersonAsync("alan");
        var group = (string)(await ada.ListAsync("/v1.0/groups"))[0]!["id"]!;
        var request = (string)(await ada.ListAsync(ApiClient.AssignmentRequests))[0]!["id"]!;
        var instance = (string)(await ada.ListAsync(ApiClient.AssignmentInstances))[0]!["id"]!;
        var role = ApiClient.Role("Helpdesk Administrator");
        string[] ids = [alan.Id.ToString(), ada.Id, group, request, instance, role, "/", "principal", "approver", "member", "Expiration_EndUser_Assignment"];
        return (ids, new Dictionary<string, string>
        {
            ["principalId"] = alan.Id.ToString(),
            ["roleDefinitionId"] = role,
            ["directoryScopeId"] = "/",
            ["groupId"] = group,
            ["accessId"] = "member",
            ["targetScheduleId"] = request,
            ["action"] = "adminAssign",
            ["requestType"] = "SelfActivate",
            ["type"] = "afterDuration",
            ["scope"] = "/",
            ["justification"] = "A mailbox is stuck.",
            ["reviewResult"] = "Approve",
        });
    }

    private SqliteConnection Watch()
    {
        var connection = new SqliteConnection($"Data Source={server.DatabaseFile};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    // Changes whenever another connection has written.
    private static long Version(SqliteConnection database)
    {
        using var ask = database.CreateCommand();
        ask.CommandText = "PRAGMA data_version";
        return (long)ask.ExecuteScalar()!;
    }

    /// <summary>Bears any number of requests, and does nothing by itself that would look like the work of one.</summary>
    public sealed class PatientServer() : SampleServer(new() { ["Regent:Api:RequestsPerMinute"] = "1000000", ["Regent:Api:Burst"] = "1000000" })
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.RemoveAll<IHostedService>());
        }
    }
}
