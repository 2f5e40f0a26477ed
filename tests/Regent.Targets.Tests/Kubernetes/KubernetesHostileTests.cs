using Microsoft.AspNetCore.Http;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Tests.Kubernetes;

/// <summary>Servers that answer what no API server does: none of it is a yes, none of it is "nobody", and none of it goes on for ever.</summary>
public sealed class KubernetesHostileTests
{
    private const string Role = """{"kind":"ClusterRole","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"view"}}""";

    private static readonly Holding Grace = new("grace", "ClusterRole/view");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"items":[{}]}""")]
    [InlineData("""{"items":[null]}""")]
    [InlineData("""{"items":[{"metadata":{"name":"a","uid":"1"}}]}""")]
    [InlineData("""{"items":[{"metadata":{"name":"a","uid":"1"},"roleRef":{"kind":"ClusterRole","name":"view"},"subjects":[{}]}]}""")]
    [InlineData("""{"items":[{"metadata":{"name":"a","uid":"1","creationTimestamp":"yesterday"},"roleRef":{"kind":"ClusterRole","name":"view"}}]}""")]
    public async Task What_is_no_list_of_bindings_is_trouble(string answer)
    {
        await using var server = await HostileServer.StartAsync(request => Json(IsRole(request) ? Role : answer));
        await using var target = Open(server);

        Assert.False(Assert.Single(await target.RevokeAsync([Grace], Ct)).IsDone);
        Assert.NotNull(Assert.Single(await target.ObserveAsync([Grace], Ct)).Trouble);
        Assert.NotNull((await target.ListAsync([Grace.Entitlement], Ct)).Trouble);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"metadata":{"name":"edit"}}""")]
    public async Task What_is_not_the_role_that_was_asked_for_is_not_given(string answer)
    {
        await using var server = await HostileServer.StartAsync(_ => Json(answer));
        await using var target = Open(server);

        Assert.Equal(TargetResult.Refused, Assert.Single(await target.GrantAsync([new TargetGrant(Grace, Until: null)], Ct)).Result);
        Assert.DoesNotContain(server.Calls, call => call.StartsWith("POST", StringComparison.Ordinal));
        Assert.All(await target.CheckAsync(Ct), finding => Assert.False(finding.IsGood));
    }

    [Fact]
    public async Task A_list_that_goes_on_for_ever_is_given_up()
    {
        await using var server = await HostileServer.StartAsync(request =>
            Json(IsRole(request) ? Role : """{"metadata":{"continue":"more"},"items":[]}"""));
        await using var target = Open(server);

        Assert.Contains("no end", (await target.ListAsync([Grace.Entitlement], Ct).WaitAsync(TimeSpan.FromSeconds(60), Ct)).Trouble?.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_given_up()
    {
        await using var server = await HostileServer.StartAsync(_ => Json(new string(' ', (64 * 1024 * 1024) + 1) + Role));
        await using var target = Open(server, "timeoutSeconds", "60");

        Assert.Equal(TargetResult.Unreachable, Assert.Single(await target.RevokeAsync([Grace], Ct)).Result);
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_for_nothing_is_not_asked_again_at_once()
    {
        await using var server = await HostileServer.StartAsync(request =>
        {
            request.HttpContext.Response.Headers.RetryAfter = "0";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        });
        await using var target = Open(server, "timeoutSeconds", "1");

        Assert.Equal(TargetResult.Unreachable, Assert.Single(await target.RevokeAsync([Grace], Ct)).Result);
        Assert.InRange(server.Calls.Count, 1, 11);
    }

    [Theory]
    [InlineData("300")]
    [InlineData("Fri, 31 Dec 2100 23:59:59 GMT")]
    public async Task A_server_that_asks_to_wait_for_longer_than_a_call_is_unreachable_and_left_alone(string wait)
    {
        await using var server = await HostileServer.StartAsync(request =>
        {
            request.HttpContext.Response.Headers.RetryAfter = wait;
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        });
        await using var target = Open(server);

        Assert.Equal(TargetResult.Unreachable, Assert.Single(await target.RevokeAsync([Grace], Ct)).Result);
        Assert.Equal(TargetResult.Unreachable, Assert.Single(await target.GrantAsync([new TargetGrant(Grace, Until: null)], Ct)).Result);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("/elsewhere")]
    public async Task A_server_that_leads_elsewhere_is_not_followed(string location)
    {
        await using var server = await HostileServer.StartAsync(_ => Results.Redirect(location, preserveMethod: true));
        await using var target = Open(server);

        var answer = Assert.Single(await target.RevokeAsync([Grace], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("not followed", answer.Words, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_name_of_a_character_set_that_nobody_knows_breaks_nothing()
    {
        await using var server = await HostileServer.StartAsync(_ => Results.Bytes(
            "{\"message\":\"Not now.\"}"u8.ToArray(), "application/json; charset=no-such-thing"));
        await using var target = Open(server);

        Assert.NotNull(Assert.Single(await target.ObserveAsync([Grace], Ct)).Trouble);
    }

    private static bool IsRole(HttpRequest request) => request.Path.Value!.EndsWith("/clusterroles/view", StringComparison.Ordinal);

    private static IResult Json(string text) => Results.Text(text, "application/json");

    private static ITarget Open(HostileServer server, params string[] others) => KubernetesWorld.Open(new TargetSettings(new Dictionary<string, string>
    {
        ["server"] = server.Address,
        ["token"] = KubernetesWorld.Token,
        ["timeoutSeconds"] = "5",
    }).With(others.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))));
}
