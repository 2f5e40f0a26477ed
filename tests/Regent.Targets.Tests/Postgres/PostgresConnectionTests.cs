using System.Globalization;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Postgres;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Postgres;

/// <summary>The way to the server: who it is, and what happens when it goes and comes back.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresConnectionTests(PostgresFixture fixture) : IAsyncLifetime
{
    private PostgresUnderTest? started;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PostgresUnderTest System => started ?? throw new InvalidOperationException("The system is not started yet.");

    private PostgresServer Server => fixture.Server;

    public async ValueTask InitializeAsync() => started = await PostgresUnderTest.StartAsync(Server, temporary: false, Ct);

    public async ValueTask DisposeAsync() => await (started?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Fact]
    public async Task A_server_that_is_stopped_is_out_of_reach_and_the_first_call_after_its_start_works()
    {
        await GrantAsync(System.Target);
        await Server.StopAsync(Ct);

        Assert.Equal(TargetResult.Unreachable, (await GrantAsync(System.Target)).Result);

        await Server.StartAsync(Ct);
        Assert.Equal(TargetAnswer.Done, await GrantAsync(System.Target));
    }

    [Fact]
    public async Task A_connection_that_died_while_nobody_used_it_does_no_harm()
    {
        await GrantAsync(System.Target);
        await Server.KillAsync();
        await Server.StartAsync(Ct);

        Assert.Equal([Observation.Held], await System.Target.ObserveAsync([System.First], Ct));
        Assert.Equal([TargetAnswer.Done], await System.Target.RevokeAsync([System.First], Ct));
    }

    [Fact]
    public async Task A_server_with_the_certificate_of_its_name_is_talked_to_encrypted()
    {
        await using var target = Direct(("host", "localhost"), ("caCertificates", Server.Authority));

        Assert.Contains(await target.CheckAsync(Ct), finding => finding is { IsGood: true } && finding.Words.Contains(", encrypted.", StringComparison.Ordinal));
        Assert.Equal(TargetAnswer.Done, await GrantAsync(target));
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_not_taken()
    {
        await using var target = Direct(("host", "127.0.0.1"), ("caCertificates", Server.Authority));

        Assert.Equal(TargetResult.Unreachable, (await GrantAsync(target)).Result);
    }

    [Fact]
    public async Task A_certificate_that_somebody_else_signed_is_not_taken()
    {
        var folder = Directory.CreateTempSubdirectory("regent-authority-");
        try
        {
            await using var target = Direct(("host", "localhost"), ("caCertificates", PostgresCertificate.Write(folder.FullName)));

            Assert.Equal(TargetResult.Unreachable, (await GrantAsync(target)).Result);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_wrong_password_is_told_without_it()
    {
        await using var target = System.Open(("password", "wrong-one"));

        var answer = await GrantAsync(target);
        var finding = Assert.Single(await target.CheckAsync(Ct));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("password authentication failed", answer.Words, StringComparison.Ordinal);
        Assert.False(finding.IsGood);
        Assert.DoesNotContain("wrong-one", answer.Words + finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_network_delivers_too_late_is_not_done()
    {
        var options = PostgresTargetOptions.Read(Settings()) is Core.Outcome<PostgresTargetOptions>.Done { Value: var read } ? read : null;
        await using var connections = new PostgresConnections(options!);
        var statement = $"grant {System.First.Entitlement} to {System.First.Account}";
        var now = TimeProvider.System.GetUtcNow();

        var late = await Record.ExceptionAsync(() => connections.WriteAsync([statement], now - options!.Timeout, Ct));

        Assert.Equal(TargetResult.Unreachable, PostgresErrors.Answer(late!).Result);
        Assert.Empty(await System.HeldAsync(Ct));
        await connections.WriteAsync([statement], now, Ct);
        Assert.Equal([System.First], await System.HeldAsync(Ct));
    }

    [Fact]
    public async Task A_login_that_can_do_too_much_is_found()
    {
        await Server.ExecuteAsync($"alter role {System.Login} superuser", Ct);

        Assert.Contains(await System.Target.CheckAsync(Ct), finding => !finding.IsGood && finding.Words.Contains("superuser", StringComparison.Ordinal));
    }

    private TargetSettings Settings() => new(new Dictionary<string, string>
    {
        ["host"] = "127.0.0.1",
        ["port"] = Server.Port.ToString(CultureInfo.InvariantCulture),
        ["user"] = System.Login,
        ["password"] = "secret",
    });

    private ITarget Direct(params (string Name, string Value)[] settings) =>
        System.Open([.. settings, ("port", Server.Port.ToString(CultureInfo.InvariantCulture))]);

    private async Task<TargetAnswer> GrantAsync(ITarget target) =>
        Assert.Single(await target.GrantAsync([new TargetGrant(System.First, Until: null)], Ct));
}
