using System.Net.Http.Json;
using Regent.Server.Tests.Durability;
using Regent.Server.Tests.Hosting;
using Regent.Testing.Smtp;

namespace Regent.Server.Tests.Mail;

/// <summary>A server whose machine trusts an authority of the organisation's own hands its mails to a mail server that shows its certificate.</summary>
public sealed class ProtectedMailTests
{
    [Theory]
    [InlineData("StartTls", false)]
    [InlineData("Tls", true)]
    public async Task Mails_go_out_protected_and_with_a_login(string security, bool fromTheStart)
    {
        Assert.SkipWhen(ServerProcess.Missing is not null, ServerProcess.Missing ?? "");
        using var house = new Authority();
        using var certificate = house.Issue();
        await using var sink = new SmtpSink(new SmtpManners
        {
            Certificate = certificate,
            IsTlsFromTheStart = fromTheStart,
            Login = ("regent", "a pass word"),
        });
        await using var server = new ServerProcess(
            sink.Port, "--Smtp:Host", "localhost", "--Smtp:Security", security, "--Smtp:User", "regent", "--Smtp:Password", "a pass word");
        await server.TrustAsync(house.Certificate.ExportCertificatePem());
        await server.StartAsync(ahead: TimeSpan.Zero);
        var (katherine, id) = await server.ApiAsync("katherine");

        using var answer = await katherine.PostAsJsonAsync(
            "/v1.0/roleManagement/directory/roleAssignmentScheduleRequests",
            new
            {
                action = "selfActivate",
                principalId = id.ToString(),
                roleDefinitionId = "729827e3-9c14-49f7-bb1b-9608f156bbb8",
                directoryScopeId = "/",
                justification = "On call",
                scheduleInfo = new { expiration = new { type = "afterDuration", duration = "PT1H" } },
            },
            TestContext.Current.CancellationToken);

        answer.EnsureSuccessStatusCode();
        await Eventually.TrueAsync(() => sink.To("katherine@regent.example").Count == 1, "Katherine is told");
        Assert.True(sink.WasProtected);
    }
}
