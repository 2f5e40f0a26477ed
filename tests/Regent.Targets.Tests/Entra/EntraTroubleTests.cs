using System.Net;
using System.Text.Json;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Targets.Tests.Entra;

/// <summary>What a tenant says when it is busy, breaks off, or takes a token no more.</summary>
public sealed class EntraTroubleTests : IDisposable
{
    private const string Instances = "roleAssignmentScheduleInstances";
    private const string Next = $"{StubTenant.Graph}/v1.0/roleManagement/directory/{Instances}?$skiptoken=two";

    private readonly StubTenant tenant = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> BrokenPages => ["500", "cut", "empty", "nothing", "elsewhere", "circle"];

    public void Dispose() => tenant.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_busy_tenant_is_left_alone_for_as_long_as_it_asks(bool byDate)
    {
        await using var target = tenant.Open(TargetKind.Entra);
        tenant.Answer = (_, _) => tenant.Busy(60, byDate);
        var answer = Assert.Single(await target.GrantAsync([Grant(1)], Ct));
        Assert.Equal(TargetResult.Unreachable, answer.Result);
        tenant.Answer = (_, _) => null;

        tenant.Clock.Advance(TimeSpan.FromSeconds(45));
        Assert.Contains("for 15 seconds more", Assert.Single(await target.GrantAsync([Grant(2)], Ct)).Words, StringComparison.Ordinal);
        Assert.Single(tenant.Calls);

        tenant.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([Grant(1)], Ct));
    }

    [Fact]
    public async Task A_tenant_that_asks_for_days_is_asked_again_after_a_quarter_of_an_hour()
    {
        await using var target = tenant.Open(TargetKind.Entra);
        tenant.Answer = (_, _) => tenant.Busy(200_000, byDate: false);
        await target.RevokeAsync([StubTenant.Holding(1)], Ct);
        tenant.Answer = (_, _) => null;

        tenant.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync([StubTenant.Holding(1)], Ct));
    }

    [Fact]
    public async Task One_line_that_is_put_off_puts_off_the_others_that_come_later()
    {
        await using var target = tenant.Open(TargetKind.Entra);
        var waiting = new Dictionary<string, string> { ["Retry-After"] = "120", ["Content-Type"] = "application/json" };
        tenant.Answer = (request, body) => request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal)
            ? StubTenant.Batch(body, (index, _) => index == 0
                ? (201, new { id = "r" }, new() { ["Content-Type"] = "application/json" })
                : (429, new { error = new { code = "TooManyRequests", message = "Later." } }, waiting))
            : null;

        var answers = await target.GrantAsync([Grant(1), Grant(2)], Ct);
        Assert.Equal([TargetResult.Done, TargetResult.Unreachable], answers.Select(answer => answer.Result));
        var before = tenant.Calls.Count;
        await target.GrantAsync([Grant(2), Grant(3)], Ct);
        Assert.Equal(before, tenant.Calls.Count);

        tenant.Answer = (_, _) => null;
        tenant.Clock.Advance(TimeSpan.FromSeconds(120));
        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([Grant(2)], Ct));
    }

    [Fact]
    public async Task A_list_of_several_pages_is_read_whole()
    {
        await using var target = tenant.Open(TargetKind.Entra);
        Page(() => StubTenant.Json(new { value = new[] { StubTenant.Instance(2) } }));

        var list = await target.ListAsync([StubTenant.Role], Ct);

        Assert.Null(list.Trouble);
        Assert.Equal([StubTenant.Holding(1), StubTenant.Holding(2)], list.Holdings);
    }

    [Theory]
    [MemberData(nameof(BrokenPages))]
    public async Task A_list_that_breaks_off_is_trouble_and_no_short_list(string how)
    {
        await using var target = tenant.Open(TargetKind.Entra);
        Page(() => Broken(how));

        var list = await target.ListAsync([StubTenant.Role], Ct);
        var seen = await target.ObserveAsync([StubTenant.Holding(1), StubTenant.Holding(2)], Ct);

        Assert.NotNull(list.Trouble);
        Assert.Empty(list.Holdings);
        Assert.All(seen, one => Assert.NotNull(one.Trouble));
    }

    [Fact]
    public async Task The_token_goes_to_no_other_server()
    {
        await using var target = tenant.Open(TargetKind.Entra);
        Page(() => Broken("elsewhere"));

        await target.ListAsync([StubTenant.Role], Ct);

        Assert.DoesNotContain(tenant.Calls, call => call.Call.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_dropped_and_another_one_is_tried_once()
    {
        await using var target = tenant.Open(TargetKind.Entra);
        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([Grant(1)], Ct));
        tenant.Answer = (request, _) => request.Headers.Authorization?.Parameter == "token-1" ? StubTenant.Error(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken") : null;

        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([Grant(2)], Ct));
        Assert.Equal(2, tenant.Tokens);
        Assert.Equal("token-2", tenant.Calls[^1].Token);
    }

    [Fact]
    public async Task Where_every_token_is_refused_they_are_not_fetched_again_and_again()
    {
        await using var target = tenant.Open(TargetKind.Entra);
        tenant.Answer = (_, _) => StubTenant.Error(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken");

        foreach (var number in Enumerable.Range(1, 5))
        {
            var answer = Assert.Single(await target.GrantAsync([Grant(number)], Ct));
            Assert.Equal(TargetResult.Refused, answer.Result);
            Assert.Contains("InvalidAuthenticationToken", answer.Words, StringComparison.Ordinal);
        }

        Assert.Equal(2, tenant.Tokens);
    }

    [Fact]
    public async Task An_answer_without_end_is_given_up()
    {
        await using var target = tenant.Open(TargetKind.Entra);
        tenant.Answer = (_, _) => StubTenant.Text(new string(' ', 64 * 1024 * 1024) + "{\"value\":[]}");

        Assert.Equal(TargetResult.Unreachable, (await target.ListAsync([StubTenant.Role], Ct)).Trouble?.Result);
    }

    [Theory]
    [InlineData("Activated", 0)]
    [InlineData("Assigned", 1)]
    public async Task What_somebody_activated_there_is_not_taken_away(string type, int removals)
    {
        await using var target = tenant.Open(TargetKind.Entra);
        Holds(StubTenant.Instance(1, type));

        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync([StubTenant.Holding(1)], Ct));

        Assert.Equal(removals, tenant.Calls.Count(call => call.Call.EndsWith("/$batch", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_somebody_activated_there_is_not_taken_over()
    {
        await using var target = tenant.Open(TargetKind.Entra);
        Holds(StubTenant.Instance(1, "Activated", end: Make.Noon.AddHours(1)));
        var asked = Refuse("adminAssign", "RoleAssignmentExists");

        var answer = Assert.Single(await target.GrantAsync([Grant(1)], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("activated it there by themselves", answer.Words, StringComparison.Ordinal);
        Assert.Equal(["adminAssign"], asked.Select(one => one.GetProperty("action").GetString()));
        Assert.Equal([Observation.Absent], await target.ObserveAsync([StubTenant.Holding(1)], Ct));
    }

    [Fact]
    public async Task What_is_too_young_to_be_taken_back_gets_an_end_and_is_tried_when_the_five_minutes_are_over()
    {
        await using var target = tenant.Open(TargetKind.Entra);
        Holds(StubTenant.Instance(1, start: Make.Noon.AddMinutes(-2)));
        var asked = Refuse("adminRemove", "ActiveDurationTooShort");
        var over = Make.Noon.AddMinutes(3).AddSeconds(1);

        var answer = Assert.Single(await target.RevokeAsync([StubTenant.Holding(1)], Ct));

        Assert.Equal((TargetResult.Refused, over), (answer.Result, answer.RetryAt));
        Assert.Contains("ActiveDurationTooShort", answer.Words, StringComparison.Ordinal);
        Assert.Contains("ends there by itself at 12:03:01", answer.Words, StringComparison.Ordinal);
        Assert.Equal(["adminRemove", "adminUpdate"], asked.Select(one => one.GetProperty("action").GetString()));
        Assert.Equal(over, asked[1].GetProperty("scheduleInfo").GetProperty("expiration").GetProperty("endDateTime").GetDateTimeOffset());
    }

    [Fact]
    public async Task What_ends_early_enough_by_itself_is_not_changed_again()
    {
        await using var target = tenant.Open(TargetKind.Entra);
        Holds(StubTenant.Instance(1, end: Make.Noon.AddMinutes(5)));
        var asked = Refuse("adminRemove", "ActiveDurationTooShort");

        var answer = Assert.Single(await target.RevokeAsync([StubTenant.Holding(1)], Ct));

        Assert.Contains("ends there by itself", answer.Words, StringComparison.Ordinal);
        Assert.Single(asked);
    }

    [Fact]
    public async Task What_can_get_no_end_either_is_tried_again_when_the_five_minutes_are_over()
    {
        await using var target = tenant.Open(TargetKind.Entra);
        Holds(StubTenant.Instance(1));
        Refuse("", "ActiveDurationTooShort");

        var answer = Assert.Single(await target.RevokeAsync([StubTenant.Holding(1)], Ct));

        Assert.Equal(Make.Noon.AddSeconds(301), answer.RetryAt);
        Assert.Contains("tries again at 12:05:01", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Access_ends_by_itself_only_where_it_is_given_with_an_end(string timeBound, bool ends)
    {
        await using var target = tenant.Open(TargetKind.Entra, "timeBound", timeBound);

        Assert.Equal(ends, Assert.IsType<IMayEndByItself>(target, exactMatch: false).EndsByItself);
    }

    private static TargetGrant Grant(int number) => new(StubTenant.Holding(number), Make.Noon.AddHours(8));

    private static HttpResponseMessage Broken(string how) => how switch
    {
        "500" => StubTenant.Error(HttpStatusCode.InternalServerError, "generalException"),
        "cut" => StubTenant.Text("{\"value\":[{\"id\":\"i2\""),
        "empty" => StubTenant.Text("{}"),
        "nothing" => new HttpResponseMessage(HttpStatusCode.NoContent),
        "elsewhere" => StubTenant.Text("{\"value\":[],\"@odata.nextLink\":\"https://graph.example.evil.example/v1.0/next\"}"),
        _ => StubTenant.Text($"{{\"value\":[],\"@odata.nextLink\":\"{Next}\"}}"),
    };

    private void Page(Func<HttpResponseMessage> second) => tenant.Answer = (request, _) => request.RequestUri!.PathAndQuery switch
    {
        _ when request.RequestUri.Host.Contains("evil", StringComparison.Ordinal) => StubTenant.Text("{\"value\":[]}"),
        var path when path.Contains("skiptoken", StringComparison.Ordinal) => second(),
        var path when path.Contains(Instances, StringComparison.Ordinal) =>
            StubTenant.Text($"{{\"value\":[{JsonSerializer.Serialize(StubTenant.Instance(1))}],\"@odata.nextLink\":\"{Next}\"}}"),
        _ => null,
    };

    private void Holds(object instance) => tenant.Answer = (request, _) =>
        request.RequestUri!.AbsolutePath.EndsWith(Instances, StringComparison.Ordinal) ? StubTenant.Json(new { value = new[] { instance } }) : null;

    // What is asked for with this action is refused, with any where it is empty; what was asked for is kept.
    private List<JsonElement> Refuse(string action, string code)
    {
        var (before, asked) = (tenant.Answer, new List<JsonElement>());
        tenant.Answer = (request, body) => request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal)
            ? StubTenant.Batch(body, (_, one) =>
            {
                asked.Add(one.Clone());
                return action == "" || one.GetProperty("action").GetString() == action
                    ? (400, new { error = new { code, message = "In a few words." } }, new() { ["Content-Type"] = "application/json" })
                    : (201, new { id = "r" }, new() { ["Content-Type"] = "application/json" });
            })
            : before(request, body);
        return asked;
    }
}
