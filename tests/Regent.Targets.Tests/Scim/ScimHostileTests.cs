using System.Globalization;
using Microsoft.AspNetCore.Http;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Tests.Scim;

/// <summary>Applications that say what means nothing, too much, or always the same: none of it is a yes, and none of it is "nobody".</summary>
public sealed class ScimHostileTests
{
    private const string User = """{"totalResults":1,"Resources":[{"id":"u-1","userName":"ada"}]}""";
    private const string Group = """{"totalResults":1,"Resources":[{"id":"g-1","displayName":"Editors"}]}""";

    private static readonly Holding Ada = new("ada", "Editors");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"ok\"")]
    [InlineData("""{"Resources":[]}""")]
    [InlineData("""{"totalResults":1}""")]
    [InlineData("""{"totalResults":"1","Resources":[]}""")]
    [InlineData("""{"totalResults":1,"Resources":"none"}""")]
    public async Task What_is_no_list_is_not_an_empty_one(string answer)
    {
        await using var server = await HostileServer.StartAsync(_ => Json(answer));
        await using var target = Open(server);

        await NothingIsKnownAsync(target);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"displayName":"Editors","members":[]}""")]
    [InlineData("""{"id":"g-2","displayName":"Others","members":[]}""")]
    [InlineData("""{"id":"g-1","members":["u-1"]}""")]
    [InlineData("""{"id":"g-1","members":[{"display":"Ada"}]}""")]
    [InlineData("""{"id":"g-1","members":[{"value":"\ud800"}]}""")]
    [InlineData("""{"id":"g-1","members":"u-1"}""")]
    public async Task What_is_not_the_group_that_was_asked_for_is_not_an_empty_one(string answer)
    {
        await using var server = await HostileServer.StartAsync(request => Json(request.Path.Value switch
        {
            "/Users" => User,
            "/Groups" => Group,
            _ => answer,
        }));
        await using var target = Open(server);

        await NothingIsKnownAsync(target);
    }

    [Fact]
    public async Task Another_user_than_the_one_who_was_asked_for_is_no_answer()
    {
        await using var server = await HostileServer.StartAsync(request => Json(request.Path.Value switch
        {
            "/Groups" => Group,
            "/Groups/g-1" => """{"id":"g-1","members":[{"value":"u-1"}]}""",
            _ => """{"id":"u-2","userName":"grace"}""",
        }));
        await using var target = Open(server);

        Assert.NotNull((await target.ListAsync(["Editors"], Ct)).Trouble);
    }

    [Fact]
    public async Task A_page_that_comes_again_and_again_is_no_whole_list()
    {
        await using var server = await HostileServer.StartAsync(request => Json(request.Path.Value == "/Groups"
            ? Group
            : """{"totalResults":4,"Resources":[{"id":"u-2","userName":"grace"},{"id":"u-3","userName":"alan"}]}"""));
        await using var target = Open(server);

        await NothingIsKnownAsync(target);
    }

    [Fact]
    public async Task A_list_that_goes_on_for_ever_is_given_up()
    {
        var filler = new string(' ', 32 * 1024 * 1024);
        await using var server = await HostileServer.StartAsync(request =>
        {
            var from = int.Parse(request.Query["startIndex"]!, CultureInfo.InvariantCulture);
            return Json($$"""{"totalResults":2000000000,"Resources":[{"id":"g-{{from}}","displayName":"Others"}]{{filler}}}""");
        });
        await using var target = Open(server, "timeoutSeconds", "60");

        Assert.Contains("no end", (await target.ListAsync(["Editors"], Ct)).Trouble?.Words, StringComparison.Ordinal);
        Assert.Equal(4, server.Calls.Count);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_given_up()
    {
        await using var server = await HostileServer.StartAsync(_ => Json(new string(' ', (64 * 1024 * 1024) + 1) + User));
        await using var target = Open(server, "timeoutSeconds", "60");

        Assert.Equal(TargetResult.Unreachable, (await target.ListAsync(["Editors"], Ct)).Trouble?.Result);
    }

    [Fact]
    public async Task An_answer_that_comes_in_drops_is_given_up_in_time()
    {
        await using var server = await HostileServer.StartAsync(_ => Results.Stream(
            async stream =>
            {
                while (!Ct.IsCancellationRequested)
                {
                    await stream.WriteAsync(" "u8.ToArray(), Ct);
                    await stream.FlushAsync(Ct);
                    await Task.Yield();
                }
            },
            "application/scim+json"));
        await using var target = Open(server, "timeoutSeconds", "1");

        Assert.Equal(TargetResult.Unreachable, Assert.Single(await target.RevokeAsync([Ada], Ct).WaitAsync(TimeSpan.FromSeconds(20), Ct)).Result);
    }

    [Theory]
    [InlineData("application/scim+json; charset=no-such-thing")]
    [InlineData("text/plain; charset=utf-16")]
    public async Task Whatever_an_answer_calls_itself_it_is_read_as_JSON(string type)
    {
        await using var server = await HostileServer.StartAsync(request => request.Path == "/token"
            ? Results.Bytes("""{"access_token":"abc"}"""u8.ToArray(), type)
            : Results.Bytes("""{"totalResults":0}"""u8.ToArray(), type));
        await using var target = Open(
            server, "signIn", "clientCredentials", "tokenUrl", $"{server.Address}/token", "clientId", "regent", "clientSecret", "secret");

        Assert.Equal(["Editors"], (await target.ListAsync(["Editors"], Ct)).Unknown);
    }

    [Theory]
    [InlineData(StatusCodes.Status503ServiceUnavailable, TargetResult.Unreachable)]
    [InlineData(StatusCodes.Status400BadRequest, TargetResult.Refused)]
    public async Task A_token_URL_that_is_down_is_like_an_application_that_is_down(int status, TargetResult result)
    {
        await using var server = await HostileServer.StartAsync(_ => Results.Text("""{"error":"the secret is secret-of-regent"}""", statusCode: status));
        await using var target = Open(
            server, "signIn", "clientCredentials", "tokenUrl", $"{server.Address}/token", "clientId", "regent", "clientSecret", "secret-of-regent");

        var answer = Assert.Single(await target.RevokeAsync([Ada], Ct));

        Assert.Equal(result, answer.Result);
        Assert.DoesNotContain("secret-of-regent", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b?c=d#e")]
    [InlineData("a b%2e%2e")]
    [InlineData("..%2f..")]
    public async Task Ids_lead_to_their_own_place_whatever_is_in_them(string id)
    {
        var paths = new List<string>();
        await using var server = await HostileServer.StartAsync(request =>
        {
            paths.Add(request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget);
            return Json(request.Path.Value switch
            {
                "/Users" => User,
                "/Groups" => $$"""{"totalResults":1,"Resources":[{"id":"{{id}}","displayName":"Editors"}]}""",
                _ => $$"""{"id":"{{id}}","members":[{"value":"u-1"}]}""",
            });
        });
        await using var target = Open(server);

        Assert.Equal([Observation.Held], await target.ObserveAsync([Ada], Ct));
        Assert.Equal($"/Groups/{Uri.EscapeDataString(id)}", paths[^1]);
    }

    [Fact]
    public async Task Words_that_cannot_be_written_down_are_made_fit()
    {
        await using var server = await HostileServer.StartAsync(_ =>
            Results.Text("""{"detail":"one\u0000two\r\n\u001b[2Jthree"}""", "application/scim+json", statusCode: StatusCodes.Status400BadRequest));
        await using var target = Open(server);

        Assert.Equal("400 one two   [2Jthree", Assert.Single(await target.RevokeAsync([Ada], Ct)).Words);
    }

    // Neither that nobody has it, nor that it is gone, nor that it is given.
    private static async Task NothingIsKnownAsync(ITarget target)
    {
        Assert.False(Assert.Single(await target.RevokeAsync([Ada], Ct)).IsDone);
        Assert.False(Assert.Single(await target.GrantAsync([new TargetGrant(Ada, Until: null)], Ct)) is { Result: TargetResult.Done or TargetResult.UnknownAccount });
        Assert.NotNull(Assert.Single(await target.ObserveAsync([Ada], Ct)).Trouble);
    }

    private static IResult Json(string text) => Results.Text(text, "application/scim+json");

    private static ITarget Open(HostileServer server, params string[] others) => ScimWorld.Open(new TargetSettings(new Dictionary<string, string>
    {
        ["url"] = server.Address,
        ["token"] = ScimWorld.Token,
        ["timeoutSeconds"] = "5",
    }).With(others.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))));
}
