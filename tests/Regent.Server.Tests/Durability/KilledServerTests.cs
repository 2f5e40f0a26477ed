using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Server.SignIn;
using Regent.Server.Tests.Hosting;
using Regent.Testing.Http;
using Regent.Testing.Smtp;

namespace Regent.Server.Tests.Durability;

/// <summary>Killed at any moment, the server finishes after its restart what was due, and does it once.</summary>
public sealed class KilledServerTests
{
    private const string Requests = "/v1.0/roleManagement/directory/roleAssignmentScheduleRequests";
    private const string Instances = "/v1.0/roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_between_request_and_mail_it_sends_each_mail_once_after_the_restart()
    {
        Assert.SkipWhen(ServerProcess.Missing is not null, ServerProcess.Missing ?? "");
        await using var sink = new SmtpSink();
        await using var server = new ServerProcess(sink.Port);
        await server.StartAsync(ahead: TimeSpan.Zero);
        await sink.StopAsync();
        var (alan, id) = await server.ApiAsync("alan");

        await AskAsync(alan, id, "Exchange Administrator", start: null);
        await server.KillAsync();
        sink.Start();
        await server.StartAsync(ahead: TimeSpan.FromHours(1));

        await Eventually.TrueAsync(() => sink.Messages.Count(IsReview) >= 2, "both approvers have their mail");
        await Eventually.TrueAsync(() => NoMailIsOwed(server.Database), "it is written down that they have");
        await server.KillAsync();
        await server.StartAsync(ahead: TimeSpan.FromHours(2));
        await Eventually.TrueAsync(async () => (await alan.GetAsync(Instances, Ct)).IsSuccessStatusCode, "it answers");
        Assert.Single(sink.To("ada@regent.example"), IsReview);
        Assert.Single(sink.To("grace@regent.example"), IsReview);
    }

    [Fact]
    public async Task Killed_between_approval_and_start_the_activation_begins_and_is_told_once()
    {
        Assert.SkipWhen(ServerProcess.Missing is not null, ServerProcess.Missing ?? "");
        await using var sink = new SmtpSink();
        await using var server = new ServerProcess(sink.Port);
        await server.StartAsync(ahead: TimeSpan.Zero);
        var (alan, id) = await server.ApiAsync("alan");
        var (grace, _) = await server.ApiAsync("grace");

        var request = await AskAsync(alan, id, "Exchange Administrator", DateTimeOffset.UtcNow.AddHours(3));
        await ApproveAsync(grace, request);
        Assert.Equal("Granted", (string?)(await alan.GetFromJsonAsync<JsonNode>($"{Requests}/{request}", Ct))!["status"]);
        await server.KillAsync();
        await server.StartAsync(ahead: TimeSpan.FromHours(3.5));

        await Eventually.TrueAsync(() => sink.To("alan@regent.example").Any(IsActive), "Alan is told that the role is active");
        Assert.Equal("Provisioned", (string?)(await alan.GetFromJsonAsync<JsonNode>($"{Requests}/{request}", Ct))!["status"]);
        Assert.Single((await alan.GetFromJsonAsync<JsonNode>(Instances, Ct))!["value"]!.AsArray(), IsExchange);
        await Eventually.TrueAsync(() => NoMailIsOwed(server.Database), "it is written down that everybody has been told");
        await server.KillAsync();
        await server.StartAsync(ahead: TimeSpan.FromHours(6));

        await Eventually.TrueAsync(() => sink.To("alan@regent.example").Any(IsOver), "Alan is told that it ended");
        Assert.DoesNotContain((await alan.GetFromJsonAsync<JsonNode>(Instances, Ct))!["value"]!.AsArray(), IsExchange);
        Assert.Single(sink.To("alan@regent.example"), IsActive);
        Assert.Single(sink.To("alan@regent.example"), IsOver);
    }

    [Fact]
    public async Task Killed_in_its_first_start_it_has_the_whole_sample_after_the_next()
    {
        Assert.SkipWhen(ServerProcess.Missing is not null, ServerProcess.Missing ?? "");
        await using var sink = new SmtpSink();
        await using var server = new ServerProcess(sink.Port) { IsNew = true };
        server.Begin(ahead: TimeSpan.Zero);
        await Eventually.TrueAsync(() => SomebodyIsIn(server.Database), "somebody is in the database");
        await server.KillAsync();

        await server.StartAsync(ahead: TimeSpan.Zero);

        using var alan = await PortalClient.SignInAsync(server.Address, "alan@regent.example", SamplePeople.Password, Ct);
        Assert.Contains("Exchange Administrator", await alan.GetStringAsync("/my-roles", Ct), StringComparison.Ordinal);
        Assert.Contains("Denied", await alan.GetStringAsync("/my-requests", Ct), StringComparison.Ordinal);
    }

    private static bool SomebodyIsIn(string database) => Count(database, "select count(*) from principals") > 0;

    // A mail server that took a mail just before the kill gets it again; what is written down is not sent twice.
    private static bool NoMailIsOwed(string database) => Count(database, "select count(*) from mails where sent_at is null") == 0;

    private static long? Count(string database, string sql)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            // The file, or the table, is still to come.
            return null;
        }
    }

    private static bool IsReview(MimeKit.MimeMessage mail) => mail.Subject?.Contains("Alan Turing's request", StringComparison.Ordinal) == true;

    private static bool IsActive(MimeKit.MimeMessage mail) => mail.Subject?.Contains("is active", StringComparison.Ordinal) == true;

    private static bool IsOver(MimeKit.MimeMessage mail) => mail.Subject?.Contains("has ended", StringComparison.Ordinal) == true;

    private static bool IsExchange(JsonNode? instance) => (string?)instance!["roleDefinitionId"] == RoleId("Exchange Administrator");

    private static string RoleId(string name) => DirectoryRoles.BuiltIn.Single(role => role.DisplayName == name).Id.ToString();

    private static async Task<string> AskAsync(HttpClient client, PrincipalId id, string role, DateTimeOffset? start)
    {
        using var answer = await client.PostAsJsonAsync(Requests, new
        {
            action = "selfActivate",
            principalId = id.ToString(),
            roleDefinitionId = RoleId(role),
            directoryScopeId = "/",
            justification = "Move mailboxes",
            ticketInfo = new { ticketNumber = "CHG-1", ticketSystem = "Service desk" },
            scheduleInfo = new { startDateTime = start, expiration = new { type = "afterDuration", duration = "PT1H" } },
        }, Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(Ct))!["id"]!;
    }

    private static async Task ApproveAsync(HttpClient client, string request)
    {
        var steps = $"/beta/roleManagement/directory/roleAssignmentApprovals/{request}/steps";
        var step = (await client.GetFromJsonAsync<JsonNode>(steps, Ct))!["value"]![0]!["id"];
        using var answer = await client.PatchAsJsonAsync($"{steps}/{step}", new { reviewResult = "Approve", justification = "Agreed" }, Ct);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
