using System.Diagnostics;
using System.Net;

namespace Regent.Server.Tests.Hosting;

/// <summary>Every page of the portal answers quickly, however many people there are. Measured with nothing else running.</summary>
[Collection(nameof(Alone))]
public sealed class PageTimeTests(CrowdedServer server) : IClassFixture<CrowdedServer>
{
    private const int Runs = 9;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    public static TheoryData<string> Pages =>
    [
        "/", "/my-roles", "/my-roles?tab=active", "/my-roles?tab=expired", "/my-requests", "/approve", "/assignments",
        "/assignments?tab=active", "/assignments?tab=expired", "/assignments?q=00042", "/assignments?sort=-end", "/role-settings",
        "/audit", "/my-history", "/mailbox",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_among_ten_thousand_people_is_answered_in_two_hundred_milliseconds(string page)
    {
        using var client = await server.BrowserAsync("ada");
        var times = new List<TimeSpan>();
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(page, TestContext.Current.CancellationToken);
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        // The median, so that neither the first call nor a busy machine decides.
        var median = times.Order().ElementAt(Runs / 2);
        TestContext.Current.SendDiagnosticMessage("{0}: {1:0} ms", page, median.TotalMilliseconds);
        Assert.True(median < Limit, $"{page} took {median.TotalMilliseconds:0} ms");
    }
}
