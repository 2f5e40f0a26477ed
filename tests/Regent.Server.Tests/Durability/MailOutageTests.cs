using Microsoft.Extensions.DependencyInjection;
using Regent.Operations.Ports;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;
using Regent.Testing.Smtp;

namespace Regent.Server.Tests.Durability;

/// <summary>A mail server that is down delays mails and loses none.</summary>
public sealed class MailOutageTests
{
    [Fact]
    public async Task While_the_mail_server_is_down_the_mail_is_visible_as_failing_and_is_sent_once_when_it_is_back()
    {
        await using var sink = new SmtpSink();
        await using var server = new MailingServer(sink);
        var alan = await ApiClient.OfAsync(server, "alan");
        await sink.StopAsync();
        var agenda = server.Services.GetRequiredService<IAgenda>();

        await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Exchange Administrator"));

        await Eventually.TrueAsync(
            async () => (await agenda.FailingAsync(CancellationToken.None)).Count == 2, "both mails are seen to fail");
        sink.Start();
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => sink.Messages.Count >= 2, "both mails arrive");
        await Eventually.TrueAsync(
            async () => (await agenda.FailingAsync(CancellationToken.None)).Count == 0, "nothing fails any more");
        Assert.Single(sink.To("ada@regent.example"));
        Assert.Single(sink.To("grace@regent.example"));
    }

    [Fact]
    public async Task While_the_mail_server_keeps_everybody_waiting_the_rest_goes_on()
    {
        var released = new TaskCompletionSource();
        await using var sink = new SmtpSink(new SmtpManners { BeforeTaking = () => released.Task });
        await using var server = new MailingServer(sink);
        var alan = await ApiClient.OfAsync(server, "alan");
        var id = (string)(await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Exchange Administrator")))["id"]!;
        await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("User Administrator"));
        await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Security Reader"));
        await Eventually.TrueAsync(() => sink.Connections >= 2, "mails are under way");

        server.Clock.Advance(TimeSpan.FromHours(24));

        await Eventually.TrueAsync(
            async () => (string?)(await alan.GetAsync($"{ApiClient.AssignmentRequests}/{id}"))["status"] == "TimedOut", "the request is closed");
        Assert.Empty(sink.Messages);
        Assert.True(sink.Connections <= 2, "No mail had to give up first.");
        released.SetResult();
    }
}
