using System.Net;
using System.Text.Json;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Tests.Entra;
using Regent.Testing;

namespace Regent.Targets.Tests.Azure;

/// <summary>What Azure says when it is busy, breaks off, or takes a token no more.</summary>
public sealed class AzureTroubleTests : IDisposable
{
    private const string Instances = "roleAssignmentScheduleInstances";
    private const string Requests = "/roleAssignmentScheduleRequests/";
    private const string Next = $"{StubTenant.Arm}{StubTenant.Scope}/providers/Microsoft.Authorization/{Instances}?$skiptoken=two";

    private readonly StubTenant tenant = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Entitlement => StubTenant.AzureHolding(0).Entitlement;

    public static TheoryData<string> BrokenPages => ["500", "cut", "empty", "nothing", "elsewhere", "circle"];

    public void Dispose() => tenant.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_busy_Azure_is_left_alone_for_as_long_as_it_asks(bool byDate)
    {
        await using var target = tenant.Open(TargetKind.Azure);
        tenant.Answer = (_, _) => tenant.Busy(60, byDate);
        Assert.All(await target.GrantAsync([Grant(1), Grant(2)], Ct), answer => Assert.Equal(TargetResult.Unreachable, answer.Result));
        tenant.Answer = (_, _) => null;

        tenant.Clock.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal(TargetResult.Unreachable, Assert.Single(await target.GrantAsync([Grant(3)], Ct)).Result);
        Assert.Single(tenant.Calls);

        tenant.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([Grant(1)], Ct));
    }

    [Fact]
    public async Task A_list_of_several_pages_is_read_whole()
    {
        await using var target = tenant.Open(TargetKind.Azure);
        Page(() => StubTenant.Json(new { value = new[] { StubTenant.AzureInstance(2) } }));

        var list = await target.ListAsync([Entitlement], Ct);

        Assert.Null(list.Trouble);
        Assert.Equal([StubTenant.AzureHolding(1), StubTenant.AzureHolding(2)], list.Holdings);
    }

    [Theory]
    [MemberData(nameof(BrokenPages))]
    public async Task A_list_that_breaks_off_is_trouble_and_no_short_list(string how)
    {
        await using var target = tenant.Open(TargetKind.Azure);
        Page(() => Broken(how));

        var list = await target.ListAsync([Entitlement], Ct);
        var seen = await target.ObserveAsync([StubTenant.AzureHolding(1), StubTenant.AzureHolding(2)], Ct);

        Assert.NotNull(list.Trouble);
        Assert.Empty(list.Holdings);
        Assert.All(seen, one => Assert.NotNull(one.Trouble));
        Assert.DoesNotContain(tenant.Calls, call => call.Call.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Half_a_letter_in_a_list_names_nothing_and_breaks_nothing()
    {
        await using var target = tenant.Open(TargetKind.Azure);
        Page(() => StubTenant.Text("{\"value\":[{\"id\":\"\\ud800\",\"properties\":{\"principalId\":\"\\ud800\"}}]}"));

        Assert.Equal([StubTenant.AzureHolding(1)], (await target.ListAsync([Entitlement], Ct)).Holdings);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_dropped_and_another_one_is_tried_once()
    {
        await using var target = tenant.Open(TargetKind.Azure);
        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([Grant(1)], Ct));
        var before = tenant.Tokens;
        tenant.Answer = (request, _) => request.Headers.Authorization?.Parameter == $"token-{before}" ? StubTenant.Error(HttpStatusCode.Unauthorized, "ExpiredAuthenticationToken") : null;

        Assert.Equal([TargetAnswer.Done], await target.GrantAsync([Grant(2)], Ct));
        Assert.Equal((before + 1, $"token-{before + 1}"), (tenant.Tokens, tenant.Calls[^1].Token));

        tenant.Answer = (_, _) => StubTenant.Error(HttpStatusCode.Unauthorized, "ExpiredAuthenticationToken");
        Assert.Equal(TargetResult.Refused, Assert.Single(await target.GrantAsync([Grant(3)], Ct)).Result);
        Assert.Equal(before + 1, tenant.Tokens);
    }

    [Theory]
    [InlineData("Activated", 0)]
    [InlineData("Assigned", 1)]
    public async Task What_somebody_activated_there_is_not_taken_away(string type, int removals)
    {
        await using var target = tenant.Open(TargetKind.Azure);
        Holds(StubTenant.AzureInstance(1, type));

        Assert.Equal([TargetAnswer.Done], await target.RevokeAsync([StubTenant.AzureHolding(1)], Ct));

        Assert.Equal(removals, tenant.Calls.Count(call => call.Call.Contains(Requests, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_somebody_activated_there_is_not_taken_over()
    {
        await using var target = tenant.Open(TargetKind.Azure);
        Holds(StubTenant.AzureInstance(1, "Activated", end: Make.Noon.AddHours(1)));
        var asked = Refuse("AdminAssign", "RoleAssignmentExists");

        var answer = Assert.Single(await target.GrantAsync([Grant(1)], Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("activated it there by themselves", answer.Words, StringComparison.Ordinal);
        Assert.Single(asked);
        Assert.Equal([Observation.Absent], await target.ObserveAsync([StubTenant.AzureHolding(1)], Ct));
    }

    [Fact]
    public async Task What_is_too_young_to_be_taken_back_gets_an_end_and_is_tried_when_the_five_minutes_are_over()
    {
        await using var target = tenant.Open(TargetKind.Azure);
        Holds(StubTenant.AzureInstance(1, start: Make.Noon.AddMinutes(-2), end: Make.Noon.AddHours(8)));
        var asked = Refuse("AdminRemove", "ActiveDurationTooShort");
        var over = Make.Noon.AddMinutes(3).AddSeconds(1);

        var answer = Assert.Single(await target.RevokeAsync([StubTenant.AzureHolding(1)], Ct));

        Assert.Equal((TargetResult.Refused, over), (answer.Result, answer.RetryAt));
        Assert.Contains("ActiveDurationTooShort", answer.Words, StringComparison.Ordinal);
        Assert.Contains("ends there by itself at 12:03:01", answer.Words, StringComparison.Ordinal);
        Assert.Equal(["AdminRemove", "AdminUpdate"], asked.Select(one => one.GetProperty("requestType").GetString()));
        Assert.Equal(over, asked[1].GetProperty("scheduleInfo").GetProperty("expiration").GetProperty("endDateTime").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Access_ends_by_itself_only_where_it_is_given_with_an_end(string timeBound, bool ends)
    {
        await using var target = tenant.Open(TargetKind.Azure, "timeBound", timeBound);

        Assert.Equal(ends, Assert.IsType<IMayEndByItself>(target, exactMatch: false).EndsByItself);
    }

    private static TargetGrant Grant(int number) => new(StubTenant.AzureHolding(number), Make.Noon.AddHours(8));

    private static HttpResponseMessage Broken(string how) => how switch
    {
        "500" => StubTenant.Error(HttpStatusCode.InternalServerError, "InternalServerError"),
        "cut" => StubTenant.Text("{\"value\":[{\"id\":\"i2\""),
        "empty" => StubTenant.Text("{}"),
        "nothing" => new HttpResponseMessage(HttpStatusCode.NoContent),
        "elsewhere" => StubTenant.Text("{\"value\":[],\"nextLink\":\"https://arm.example.evil.example/next\"}"),
        _ => StubTenant.Text($"{{\"value\":[],\"nextLink\":\"{Next}\"}}"),
    };

    private void Page(Func<HttpResponseMessage> second) => tenant.Answer = (request, _) => request.RequestUri!.PathAndQuery switch
    {
        _ when request.RequestUri.Host.Contains("evil", StringComparison.Ordinal) => StubTenant.Text("{\"value\":[]}"),
        var path when path.Contains("skiptoken", StringComparison.Ordinal) => second(),
        var path when path.Contains(Instances, StringComparison.Ordinal) =>
            StubTenant.Text($"{{\"value\":[{JsonSerializer.Serialize(StubTenant.AzureInstance(1))}],\"nextLink\":\"{Next}\"}}"),
        _ => null,
    };

    private void Holds(object instance) => tenant.Answer = (request, _) =>
        request.RequestUri!.AbsolutePath.EndsWith(Instances, StringComparison.Ordinal) ? StubTenant.Json(new { value = new[] { instance } }) : null;

    // What is asked for with this action is refused; what was asked for is kept.
    private List<JsonElement> Refuse(string action, string code)
    {
        var (before, asked) = (tenant.Answer, new List<JsonElement>());
        tenant.Answer = (request, body) =>
        {
            if (!request.RequestUri!.AbsolutePath.Contains(Requests, StringComparison.Ordinal))
            {
                return before(request, body);
            }

            asked.Add(JsonElement.Parse(body).GetProperty("properties"));
            return asked[^1].GetProperty("requestType").GetString() == action ? StubTenant.Error(HttpStatusCode.BadRequest, code) : null;
        };
        return asked;
    }
}
