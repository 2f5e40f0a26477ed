using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Regent.Core.Audit;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Downloads;

/// <summary>The record as a file, asked for as a browser does.</summary>
public sealed class AuditDownloadTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Formula = "=HYPERLINK(\"http://evil.example\";\"Größe, 名前\")\r\n=1+1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_gets_everything_as_a_spreadsheet_in_which_nothing_is_a_formula()
    {
        await AskAsync("User Administrator");
        using var edsger = await server.BrowserAsync("edsger");

        using var answer = await edsger.GetAsync("/audit/export/csv", Ct);

        Assert.Equal((HttpStatusCode.OK, "text/csv; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal("attachment; filename=\"regent-audit.csv\"", answer.Content.Headers.ContentDisposition?.ToString());
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.StartsWith("\"time\",\"activity\",\"result\",\"actor\",\"subject\",\"role\",\"scope\",\"reason\",\"requestId\",\"details\"\r\n", text, StringComparison.Ordinal);
        Assert.Contains($"\"'{Formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", text, StringComparison.Ordinal);
        Assert.Contains("\"katherine@regent.example\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_as_data_keeps_every_word_as_it_was_written()
    {
        await AskAsync("Billing Administrator");
        using var edsger = await server.BrowserAsync("edsger");

        using var answer = await edsger.GetAsync("/audit/export/json", Ct);

        Assert.Equal("attachment; filename=\"regent-audit.json\"", answer.Content.Headers.ContentDisposition?.ToString());
        var entries = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!.AsArray();
        Assert.Contains(entries, entry => (string?)entry!["reason"] == Formula);
    }

    [Fact]
    public async Task The_filters_of_the_page_hold_for_the_file_in_the_readers_days()
    {
        using var edsger = await server.BrowserAsync("edsger");
        var kind = Uri.EscapeDataString(AuditActivities.ActivationDenied);

        // The sample's only denial happened nine days before the server's first moment, at 10:00 UTC: a day later on the far side of the world.
        Assert.Equal(1, await CountAsync(edsger, $"kind={kind}"));
        Assert.Equal(1, await CountAsync(edsger, $"kind={kind}&from=2026-02-21&until=2026-02-21&zone=Europe/Berlin"));
        Assert.Equal(0, await CountAsync(edsger, $"kind={kind}&from=2026-02-21&until=2026-02-21&zone=Pacific/Kiritimati"));
        Assert.Equal(0, await CountAsync(edsger, $"kind={kind}&role={ApiClient.Role("Exchange Administrator")}"));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task Who_may_not_read_gets_nothing_but_their_own(string format)
    {
        using var alan = await server.BrowserAsync("alan");
        var grace = (await server.PersonAsync("grace")).Id;

        using var everything = await alan.GetAsync($"/audit/export/{format}", Ct);
        using var anothers = await alan.GetAsync($"/audit/export/{format}?person={grace}", Ct);
        using var own = await alan.GetAsync($"/audit/export/{format}?person={grace}&own=True", Ct);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK), (everything.StatusCode, anothers.StatusCode, own.StatusCode));
        Assert.Empty(await everything.Content.ReadAsStringAsync(Ct));
        var text = await own.Content.ReadAsStringAsync(Ct);
        Assert.Contains("alan@regent.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("katherine@regent.example", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_page()
    {
        using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Address) };
        nobody.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        using var answer = await nobody.GetAsync("/audit/export/csv", Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", new Uri(new Uri(server.Address), answer.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_format_does_not_exist()
    {
        using var edsger = await server.BrowserAsync("edsger");

        using var answer = await edsger.GetAsync("/audit/export/xlsx", Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<int> CountAsync(HttpClient reader, string query) =>
        JsonNode.Parse(await reader.GetStringAsync($"/audit/export/json?{query}", Ct))!.AsArray().Count;

    private async Task AskAsync(string role)
    {
        var alan = await ApiClient.OfAsync(server, "alan");
        var ask = alan.Activation(role);
        ask["justification"] = Formula;
        await alan.PostAsync(ApiClient.AssignmentRequests, ask);
    }
}
