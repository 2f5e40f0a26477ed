using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Tests.Webhook;

/// <summary>What goes over the wire, and what comes of answers that are not as they should be.</summary>
public sealed class WebhookCallTests : IAsyncLifetime
{
    private const string Newer = "whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    private static readonly Holding Ann = new("ann", "readers");
    private static readonly Holding Ben = new("ben", "readers");

    private readonly List<(IHeaderDictionary Headers, string Body)> calls = [];
    private Func<string, IResult> answer = _ => Results.Json(new { answers = new[] { new { result = "done" } } });
    private WebhookHost? host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Url => $"http://127.0.0.1:{host?.Port}/regent";

    public async ValueTask InitializeAsync() => host = await WebhookHost.StartAsync(async request =>
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(Ct);
        calls.Add((new HeaderDictionary(request.Headers.ToDictionary()), body));
        return answer(body);
    });

    public async ValueTask DisposeAsync() => await (host?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Fact]
    public async Task A_call_is_an_event_of_CloudEvents_1_0()
    {
        var until = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await using var target = WebhookUnderTest.Open(("url", Url));
        await target.GrantAsync([new TargetGrant(Ann, until)], Ct);

        var (headers, body) = Assert.Single(calls);
        var told = JsonDocument.Parse(body).RootElement;

        Assert.Equal("application/cloudevents+json; charset=utf-8", headers.ContentType.ToString());
        Assert.Equal("1.0", told.GetProperty("specversion").GetString());
        Assert.Equal("regent.access.grant", told.GetProperty("type").GetString());
        Assert.StartsWith("urn:regent:target:", told.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Equal(headers["webhook-id"].ToString(), told.GetProperty("id").GetString());
        Assert.Equal("application/json", told.GetProperty("datacontenttype").GetString());
        Assert.True(told.GetProperty("time").TryGetDateTimeOffset(out _));
        var grant = Assert.Single(told.GetProperty("data").GetProperty("holdings").EnumerateArray());
        Assert.Equal(("ann", "readers"), (grant.GetProperty("account").GetString(), grant.GetProperty("entitlement").GetString()));
        Assert.Equal(until, grant.GetProperty("until").GetDateTimeOffset());
    }

    [Fact]
    public async Task While_a_secret_is_exchanged_both_sign()
    {
        await using var target = WebhookUnderTest.Open(("url", Url), ("secret", Newer), ("previousSecret", WebhookUnderTest.Secret));
        await target.GrantAsync([new TargetGrant(Ann, Until: null)], Ct);

        var (headers, body) = Assert.Single(calls);
        var signed = Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}");

        Assert.Equal($"{Signature(Newer, signed)} {Signature(WebhookUnderTest.Secret, signed)}", headers["webhook-signature"].ToString());
    }

    [Fact]
    public async Task A_receiver_takes_no_call_of_another_secret_and_none_twice_and_none_that_is_old()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var receiver = new SampleReceiver(new SampleSystem(), () => [WebhookUnderTest.Secret], clock);
        await using var target = WebhookUnderTest.Open(("url", Url));
        await using var stranger = WebhookUnderTest.Open(("url", Url), ("secret", Newer));
        await target.GrantAsync([new TargetGrant(Ann, Until: null)], Ct);
        await target.GrantAsync([new TargetGrant(Ben, Until: null)], Ct);
        await stranger.GrantAsync([new TargetGrant(Ann, Until: null)], Ct);

        Assert.Equal(200, await AgainAsync(receiver, 0));
        Assert.Equal(401, await AgainAsync(receiver, 0));
        Assert.Equal(401, await AgainAsync(receiver, 2));
        Assert.Equal(401, await AgainAsync(receiver, 1, body => body.Replace("ben", "eve", StringComparison.Ordinal)));
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(401, await AgainAsync(receiver, 1));
    }

    [Theory]
    [InlineData(301, TargetResult.Refused)]
    [InlineData(307, TargetResult.Refused)]
    [InlineData(401, TargetResult.Refused)]
    [InlineData(404, TargetResult.Refused)]
    [InlineData(429, TargetResult.Unreachable)]
    [InlineData(503, TargetResult.Unreachable)]
    public async Task A_call_that_is_not_taken_is_told_with_what_the_other_end_says(int status, TargetResult result)
    {
        answer = _ => Results.Json(new { message = "Not today." }, statusCode: status);
        await using var target = WebhookUnderTest.Open(("url", Url));

        var answers = await target.RevokeAsync([Ann, Ben], Ct);

        Assert.All(answers, one => Assert.Equal(result, one.Result));
        Assert.Contains("Not today.", answers[0].Words, StringComparison.Ordinal);
        Assert.Single(calls);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        answer = _ => Results.Redirect(Url, preserveMethod: true);
        await using var target = WebhookUnderTest.Open(("url", Url));

        Assert.Equal(TargetResult.Refused, Assert.Single(await target.RevokeAsync([Ann], Ct)).Result);
        Assert.Single(calls);
    }

    [Theory]
    [InlineData(400, TargetResult.Refused)]
    [InlineData(500, TargetResult.Unreachable)]
    public async Task One_that_the_other_end_stumbles_over_does_not_hold_up_the_others(int status, TargetResult result)
    {
        answer = body => body.Contains("ben", StringComparison.Ordinal)
            ? Results.StatusCode(status)
            : Results.Json(new { answers = new[] { new { result = "done" } } });
        await using var target = WebhookUnderTest.Open(("url", Url));

        var answers = await target.RevokeAsync([Ann, Ben, Ann with { Entitlement = "writers" }], Ct);

        Assert.Equal([TargetResult.Done, result, TargetResult.Done], answers.Select(one => one.Result));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{\"answers\":[]}")]
    [InlineData("{\"answers\":[null]}")]
    [InlineData("{\"answers\":[{\"result\":\"done\"},{\"result\":\"done\"}]}")]
    [InlineData("{\"answers\":[{\"result\":\"perhaps\"}]}")]
    [InlineData("{\"answers\":[{}]}")]
    public async Task An_answer_that_means_nothing_is_no_yes(string text)
    {
        answer = _ => Results.Text(text, "application/json");
        await using var target = WebhookUnderTest.Open(("url", Url));

        Assert.Equal(TargetResult.Unreachable, Assert.Single(await target.RevokeAsync([Ann], Ct)).Result);
        Assert.Null(Assert.Single(await target.ObserveAsync([Ann], Ct)).IsHeld);
        Assert.NotNull((await target.ListAsync(["readers"], Ct)).Trouble);
    }

    [Fact]
    public async Task An_answer_without_end_is_given_up()
    {
        answer = _ => Results.Bytes(new byte[9 * 1024 * 1024], "application/json");
        await using var target = WebhookUnderTest.Open(("url", Url));

        Assert.Equal(TargetResult.Unreachable, Assert.Single(await target.RevokeAsync([Ann], Ct)).Result);
    }

    [Fact]
    public async Task What_the_other_end_found_is_told_as_far_as_it_fits_on_a_page()
    {
        answer = _ => Results.Json(new { findings = Enumerable.Repeat(new { good = true, words = new string('a', 10_000) + "\0" }, 100) });
        await using var target = WebhookUnderTest.Open(("url", Url));

        var findings = await target.CheckAsync(Ct);

        Assert.Equal(51, findings.Count);
        Assert.All(findings, finding => Assert.InRange(finding.Words.Length, 1, 500));
    }

    [Theory]
    [InlineData("{\"answers\":[{\"result\":\"refused\",\"words\":\"\\ud800\"}]}", TargetResult.Unreachable)]
    [InlineData("{\"answers\":[{\"result\":\"refused\",\"words\":\"no\\u0000t\\r\\nnow\"}]}", TargetResult.Refused)]
    public async Task Words_are_fit_to_be_kept_whatever_is_in_them(string text, TargetResult result)
    {
        answer = _ => Results.Text(text, "text/html; charset=no-such-thing");
        await using var target = WebhookUnderTest.Open(("url", Url));

        var refused = Assert.Single(await target.RevokeAsync([Ann], Ct));

        Assert.Equal(result, refused.Result);
        Assert.DoesNotContain(refused.Words!, char.IsControl);
    }

    [Fact]
    public async Task Who_is_only_notified_is_believed_and_never_said_to_be_seen()
    {
        answer = _ => Results.NoContent();
        await using var target = WebhookUnderTest.Open(("url", Url), ("answers", "notified"));

        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([new TargetGrant(Ann, Until: null)], Ct));
        Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await target.RevokeAsync([Ann, Ben], Ct));
        Assert.Equal(2, calls.Count);
        Assert.Equal([Observation.Blind], await target.ObserveAsync([Ann], Ct));
        Assert.Equal(TargetResult.Refused, (await target.ListAsync(["readers"], Ct)).Trouble?.Result);
        Assert.All(await target.CheckAsync(Ct), finding => Assert.True(finding.IsGood));
    }

    [Fact]
    public async Task A_name_that_is_no_text_is_never_sent_as_another()
    {
        await using var target = WebhookUnderTest.Open(("url", Url));
        var broken = Ann with { Account = "a\ud800" };

        Assert.Equal(TargetResult.Refused, Assert.Single(await target.GrantAsync([new TargetGrant(broken, Until: null)], Ct)).Result);
        Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await target.RevokeAsync([broken, Ann], Ct));
        Assert.Single(calls);
    }

    private async Task<int> AgainAsync(SampleReceiver receiver, int index, Func<string, string>? change = null)
    {
        var (headers, body) = calls[index];
        var context = new DefaultHttpContext();
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes((change ?? (text => text))(body)));
        var result = await receiver.HandleAsync(context.Request);
        return Assert.IsType<IStatusCodeHttpResult>(result, exactMatch: false).StatusCode ?? 200;
    }

    private static string Signature(string secret, byte[] signed) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed))}";
}
