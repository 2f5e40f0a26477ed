using System.Net;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>A caller who asks too much is told to wait, and nobody else is.</summary>
public sealed class CallerLimitTests(CallerLimitTests.NarrowServer server) : IClassFixture<CallerLimitTests.NarrowServer>
{
    [Fact]
    public async Task Who_asks_too_much_is_told_how_long_to_wait_and_others_are_not_slowed()
    {
        var alan = await ApiClient.OfAsync(server, "alan");
        var ada = await ApiClient.OfAsync(server, "ada");

        var answers = new List<HttpResponseMessage>();
        for (var asked = 0; asked < 40; asked++)
        {
            answers.Add(await alan.Http.GetAsync("/v1.0/me", TestContext.Current.CancellationToken));
        }

        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        var refused = answers.Find(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("TooManyRequests", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await ada.GetAsync("/v1.0/me");
    }

    public sealed class NarrowServer() : SampleServer(new() { ["Regent:Api:RequestsPerMinute"] = "60", ["Regent:Api:Burst"] = "10" });
}
