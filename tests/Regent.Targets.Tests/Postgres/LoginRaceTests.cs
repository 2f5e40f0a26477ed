using Npgsql;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Postgres;
using Regent.Testing;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Postgres;

/// <summary>
/// A password is handed out in the same moment in which the last role is taken back. Another session holds each of the two up where it
/// does the most harm, on a real server.
/// </summary>
[Collection(PostgresTests.Name)]
public sealed class LoginRaceTests(PostgresFixture fixture) : IAsyncLifetime
{
    private const int MostTries = 20;

    private PostgresUnderTest? started;
    private ITarget? patient;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PostgresUnderTest System => started ?? throw new InvalidOperationException("The system is not started yet.");

    private ITarget Target => patient ?? throw new InvalidOperationException("The target is not open yet.");

    private PostgresServer Server => fixture.Server;

    public async ValueTask InitializeAsync()
    {
        started = await PostgresUnderTest.StartAsync(Server, temporary: true, Ct);
        patient = started.Open(("timeoutSeconds", "8"));
        Assert.Equal([TargetAnswer.Done], await patient.GrantAsync([new TargetGrant(System.First, Until: null)], Ct));

        // What it owns keeps it, so that a password would be good for something afterwards.
        await Server.ExecuteAsync($"create schema {System.Named("own")} authorization {System.First.Account}", Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await (patient?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (started?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_password_that_is_on_its_way_when_the_last_role_goes_opens_nothing()
    {
        await using var other = await HoldUpAsync($"alter role {System.First.Account} connection limit 7");
        var issuing = IssueAsync();
        await WaitersAsync(count: 1, issuing);
        var revoking = RevokeAsync();
        await WaitersAsync(count: 2, revoking);

        await other.DisposeAsync();
        await Task.WhenAll(issuing, revoking);

        Assert.False(await LetsInAsync());
    }

    [Fact]
    public async Task A_password_that_is_asked_for_while_the_last_role_goes_is_refused()
    {
        await using var other = await HoldUpAsync("lock table pg_auth_members in share mode");
        var revoking = RevokeAsync();
        await WaitersAsync(count: 1, revoking);
        var issuing = IssueAsync();
        await WaitersAsync(count: 2, issuing);

        await other.DisposeAsync();
        await Task.WhenAll(issuing, revoking);

        Assert.False(await LetsInAsync());
        Assert.IsType<Outcome<Credential>.Refused>(await issuing);
    }

    [Fact]
    public async Task Who_does_not_go_on_in_a_turn_holds_up_the_others_for_a_moment_only()
    {
        var (begun, revoked) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var connections = new PostgresConnections(PostgresTargetOptions.Read(System.Settings()).Done());
        var stalling = connections.InTurnAsync(
            PostgresUnderTest.Marks.Turn,
            async _ =>
            {
                begun.SetResult();
                await revoked.Task;
                return (true, TemporaryLogin.Issue(System.First.Account, "", DateTimeOffset.MaxValue, PostgresUnderTest.Marks).ToArray());
            },
            Ct);
        await begun.Task;

        await RevokeAsync();
        revoked.SetResult();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => stalling);
        Assert.False(await LetsInAsync());
    }

    private async Task<NpgsqlConnection> HoldUpAsync(string sql)
    {
        var connection = new NpgsqlConnection(Server.ConnectionString());
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand($"begin; {sql}", connection);
        await command.ExecuteNonQueryAsync(Ct);
        return connection;
    }

    private Task<Outcome<Credential>> IssueAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        return Assert.IsType<IIssuesCredentials>(Target, exactMatch: false).IssueAsync(
            new CredentialAsk(System.First.Account, [System.First.Entitlement], now, now.AddHours(1), "key"), Ct);
    }

    // As whoever has the lane does: until it is done.
    private async Task RevokeAsync()
    {
        for (var left = MostTries; !Assert.Single(await Target.RevokeAsync([System.First], Ct)).IsDone; left--)
        {
            Assert.NotEqual(0, left);
        }
    }

    // The server itself says who waits. Who is done by then waits for nothing.
    private async Task WaitersAsync(int count, Task last)
    {
        var waiting = $"select 1 from pg_stat_activity where usename = '{System.Login}' and wait_event_type = 'Lock'";
        while (!last.IsCompleted && (await Server.ReadAsync(waiting, Ct)).Count < count)
        {
        }
    }

    private async Task<bool> LetsInAsync() => (await Server.ReadAsync(
        $"select 1 from pg_authid where rolname = '{System.First.Account}' and rolcanlogin and rolpassword is not null", Ct)).Count > 0;
}
