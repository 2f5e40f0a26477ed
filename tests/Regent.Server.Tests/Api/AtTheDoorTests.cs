using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>What goes wrong in the core scenario, through the front door.</summary>
public sealed class AtTheDoorTests : IAsyncLifetime
{
    private const string Role = "Exchange Administrator";

    private readonly SampleServer server = new();
    private ApiClient alan = null!;
    private ApiClient ada = null!;
    private ApiClient grace = null!;

    public async ValueTask InitializeAsync()
    {
        alan = await ApiClient.OfAsync(server, "alan");
        ada = await ApiClient.OfAsync(server, "ada");
        grace = await ApiClient.OfAsync(server, "grace");
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Of_two_approvers_deciding_at_once_one_is_late_and_the_request_has_one_decision()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = (string)(await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation(Role)))["id"]!;

            var answers = await Task.WhenAll(AnswerAsync(ada, id, "Approve"), AnswerAsync(grace, id, "Deny"));

            Assert.Single(answers, HttpStatusCode.NoContent);
            Assert.Single(answers, HttpStatusCode.Conflict);
            var status = (string?)(await alan.GetAsync($"{ApiClient.AssignmentRequests}/{id}"))["status"];
            Assert.Equal(answers[0] == HttpStatusCode.NoContent ? "Provisioned" : "Denied", status);
            server.Clock.Advance(TimeSpan.FromHours(3));
        }
    }

    [Fact]
    public async Task A_request_nobody_answers_ends_after_a_day_and_can_be_asked_again()
    {
        var id = (string)(await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation(Role)))["id"]!;

        server.Clock.Advance(TimeSpan.FromHours(24));

        await Eventually.TrueAsync(
            async () => (string?)(await alan.GetAsync($"{ApiClient.AssignmentRequests}/{id}"))["status"] == "TimedOut", "the request is closed");
        await grace.DecideAsync(id, "Approve", "Too late.", HttpStatusCode.Conflict);
        await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation(Role));
    }

    [Fact]
    public async Task Of_three_roles_asked_one_after_the_other_the_one_that_breaks_a_rule_harms_no_other()
    {
        await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("User Administrator"));
        var refusal = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Global Reader"), HttpStatusCode.BadRequest);
        await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Security Reader"));

        Assert.Contains("EligibilityRule", refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await alan.ListAsync($"{ApiClient.AssignmentInstances}/{ApiClient.Own}")).Count);
    }

    [Fact]
    public async Task Asked_twice_at_the_same_instant_one_ask_is_refused()
    {
        var asks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(alan, "User Administrator")));

        Assert.Single(asks, HttpStatusCode.Created);
        Assert.Equal(3, asks.Count(status => status == HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Without_a_mail_server_the_mail_is_kept_for_its_reader()
    {
        await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("User Administrator"));
        var mails = server.Services.GetRequiredService<IMailStore>();

        var person = await server.PersonAsync("alan");
        await Eventually.TrueAsync(
            async () => (await mails.ListKeptAsync(person.Id, new PageAsk(1), CancellationToken.None)).Items is [{ Kept.Subject: var subject }]
                && subject.Contains("User Administrator role is active", StringComparison.Ordinal),
            "the mail is kept");
    }

    private static async Task<HttpStatusCode> AnswerAsync(ApiClient approver, string id, string result)
    {
        using var answer = await approver.Http.PatchAsJsonAsync(
            $"{ApiClient.Approvals}/{id}/steps/{id}", new { reviewResult = result, justification = "Decided" }, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> AskAsync(ApiClient asker, string role)
    {
        using var answer = await asker.Http.PostAsJsonAsync(
            ApiClient.AssignmentRequests, asker.Activation(role), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
