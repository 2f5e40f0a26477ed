using System.Globalization;
using Npgsql;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Postgres;

/// <summary>The life of a login that is there only as long as it has something.</summary>
[Collection(PostgresTests.Name)]
public sealed class TemporaryLoginTests(PostgresFixture fixture) : IAsyncLifetime
{
    private PostgresUnderTest? started;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PostgresUnderTest System => started ?? throw new InvalidOperationException("The system is not started yet.");

    private PostgresServer Server => fixture.Server;

    private DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    private string Account => System.First.Account;

    public async ValueTask InitializeAsync() => started = await PostgresUnderTest.StartAsync(Server, temporary: true, Ct);

    public async ValueTask DisposeAsync() => await (started?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Fact]
    public async Task It_lets_nobody_in_until_its_password_is_handed_out_and_nobody_else_sees_that()
    {
        await GrantAsync(Now.AddHours(1), System.First);
        Assert.False(await SignsInAsync(""));

        var credential = await IssueAsync(Now.AddHours(1));

        Assert.Equal(("Password", Now.AddHours(1)), (credential.Label, credential.Until));
        await using var session = await SessionAsync(credential.Text);
        await ExecuteAsync(session, $"set role {System.First.Entitlement}");
        Assert.Contains(Server.Log, line => line.Contains("SCRAM-SHA-256$", StringComparison.Ordinal));
        Assert.DoesNotContain(Server.Log, line => line.Contains(credential.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_password_takes_the_place_of_the_one_before()
    {
        await GrantAsync(Now.AddHours(1), System.First);
        var first = await IssueAsync(Now.AddHours(1));
        var second = await IssueAsync(Now.AddHours(1));

        Assert.NotEqual(first.Text, second.Text);
        Assert.False(await SignsInAsync(first.Text));
        Assert.True(await SignsInAsync(second.Text));
    }

    [Fact]
    public async Task The_server_itself_ends_a_password()
    {
        await GrantAsync(Now.AddHours(1), System.First);
        var ask = new CredentialAsk(Account, [System.First.Entitlement], Now.AddHours(-1), Now.AddMinutes(-1), "key");

        var credential = Assert.IsType<Outcome<Credential>.Done>(await Issuer.IssueAsync(ask, Ct)).Value;

        Assert.False(await SignsInAsync(credential.Text));
    }

    [Fact]
    public async Task It_lasts_a_little_longer_than_its_latest_end_and_never_shorter()
    {
        await GrantAsync(Now.AddHours(2), System.First);
        await GrantAsync(Now.AddHours(1), System.Other);
        Assert.InRange(await ValidUntilAsync(), Now.AddHours(2), Now.AddHours(2).AddMinutes(5));

        await GrantAsync(Now.AddHours(3), System.Other);
        Assert.InRange(await ValidUntilAsync(), Now.AddHours(3), Now.AddHours(3).AddMinutes(5));
    }

    [Fact]
    public async Task It_goes_with_the_last_it_has()
    {
        await GrantAsync(null, System.First, System.Other);
        var credential = await IssueAsync(until: null);

        await RevokeAsync(System.Other);
        Assert.True(await SignsInAsync(credential.Text));

        await RevokeAsync(System.First);
        Assert.False(await IsThereAsync(Account));
    }

    [Fact]
    public async Task What_it_owns_keeps_it_and_nobody_gets_in_by_it()
    {
        await GrantAsync(null, System.First);
        var credential = await IssueAsync(until: null);
        await Server.ExecuteAsync($"create schema {System.Named("own")} authorization {Account}", Ct);

        await RevokeAsync(System.First);

        Assert.True(await IsThereAsync(Account));
        Assert.False(await SignsInAsync(credential.Text));
        await GrantAsync(null, System.First);
        Assert.False(await SignsInAsync(credential.Text));
        Assert.True(await SignsInAsync((await IssueAsync(until: null)).Text));
    }

    [Fact]
    public async Task A_session_that_runs_keeps_it_until_the_session_ends()
    {
        await GrantAsync(null, System.First);
        var credential = await IssueAsync(until: null);
        await using var session = await SessionAsync(credential.Text);

        await RevokeAsync(System.First);
        Assert.False(await SignsInAsync(credential.Text));
        await ExecuteAsync(session, "select 1");

        Assert.Equal([TargetAnswer.Done], await Assert.IsType<IEndsSessions>(System.Target, exactMatch: false).EndSessionsAsync([System.First], Ct));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ExecuteAsync(session, "select 1"));
        Assert.False(await IsThereAsync(Account));
    }

    [Fact]
    public async Task Closed_it_takes_no_new_sessions_until_it_is_given_again()
    {
        await GrantAsync(Now.AddHours(1), System.First);
        var credential = await IssueAsync(Now.AddHours(1));
        await using var session = await SessionAsync(credential.Text);

        Assert.Equal([TargetAnswer.Done], await Closer.CloseAsync([System.First], Ct));
        Assert.Equal([TargetAnswer.Done], await Closer.CloseAsync([System.First], Ct));

        Assert.False(await SignsInAsync(credential.Text));
        await ExecuteAsync(session, "select 1");
        Assert.IsType<Outcome<Credential>.Refused>(await Issuer.IssueAsync(Ask(Now.AddHours(1)), Ct));
        await GrantAsync(Now.AddHours(2), System.First);
        Assert.True(await SignsInAsync(credential.Text));
    }

    [Fact]
    public async Task It_stays_open_for_what_else_it_has()
    {
        await GrantAsync(null, System.First, System.Other);
        var credential = await IssueAsync(until: null);

        var answer = Assert.Single(await Closer.CloseAsync([System.First], Ct));

        Assert.True(answer.IsDone);
        Assert.Equal($"Cannot close: {Account} has other roles as well.", answer.Words);
        Assert.True(await SignsInAsync(credential.Text));
        Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await Closer.CloseAsync([System.First, System.Other], Ct));
        Assert.False(await SignsInAsync(credential.Text));
    }

    [Fact]
    public async Task A_login_that_somebody_else_made_stays_as_it_is()
    {
        await Server.ExecuteAsync($"create role {Account} login password 'own'", Ct);
        await GrantAsync(Now.AddHours(1), System.First);

        var open = Assert.Single(await Closer.CloseAsync([System.First], Ct));
        Assert.True(open.IsDone);
        Assert.Equal($"Cannot close: {Account} is not a login that Regent made.", open.Words);
        Assert.True(await SignsInAsync("own"));
        var refused = Assert.IsType<Outcome<Credential>.Refused>(await Issuer.IssueAsync(Ask(Now.AddHours(1)), Ct));
        Assert.Equal(RefusalCode.CredentialNotAvailable, Assert.Single(refused.Reasons).Code);

        await RevokeAsync(System.First);
        Assert.True(await SignsInAsync("own"));
        await Server.ExecuteAsync($"drop role {Account}", Ct);
    }

    [Fact]
    public async Task Who_has_nothing_gets_no_password()
    {
        Assert.IsType<Outcome<Credential>.Refused>(await Issuer.IssueAsync(Ask(Now.AddHours(1)), Ct));

        await GrantAsync(Now.AddHours(1), System.First);
        Assert.IsType<Outcome<Credential>.Refused>(await Issuer.IssueAsync(Ask(Now), Ct));
        System.Proxy.Cut();
        Assert.IsType<Outcome<Credential>.Refused>(await Issuer.IssueAsync(Ask(Now.AddHours(1)), Ct));
    }

    private IIssuesCredentials Issuer => Assert.IsType<IIssuesCredentials>(System.Target, exactMatch: false);

    private IClosesDoors Closer => Assert.IsType<IClosesDoors>(System.Target, exactMatch: false);

    private CredentialAsk Ask(DateTimeOffset? until) => new(Account, [System.First.Entitlement], Now, until, "key");

    private async Task<Credential> IssueAsync(DateTimeOffset? until) =>
        Assert.IsType<Outcome<Credential>.Done>(await Issuer.IssueAsync(Ask(until), Ct)).Value;

    private async Task GrantAsync(DateTimeOffset? until, params Holding[] holdings) => Assert.All(
        await System.Target.GrantAsync([.. holdings.Select(one => new TargetGrant(one, until))], Ct),
        answer => Assert.Equal(TargetAnswer.Done, answer));

    private async Task RevokeAsync(Holding holding) => Assert.Equal([TargetAnswer.Done], await System.Target.RevokeAsync([holding], Ct));

    private async Task<NpgsqlConnection> SessionAsync(string password)
    {
        var connection = new NpgsqlConnection(Server.ConnectionString(Account, password));
        await connection.OpenAsync(Ct);
        return connection;
    }

    private async Task<bool> SignsInAsync(string password)
    {
        try
        {
            await using (await SessionAsync(password))
            {
            }

            // The server notices a moment later that somebody left, and nobody's login goes while they are in.
            for (var look = 0; look < 50 && (await Server.ReadAsync($"select 1 from pg_stat_activity where usename = '{Account}'", Ct)).Count > 0; look++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), Ct);
            }

            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection session, string text)
    {
        await using var command = new NpgsqlCommand(text, session);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private async Task<bool> IsThereAsync(string account) =>
        (await Server.ReadAsync($"select 1 from pg_roles where rolname = '{account}'", Ct)).Count > 0;

    private async Task<DateTimeOffset> ValidUntilAsync() => DateTimeOffset.Parse(
        (await Server.ReadAsync($"select to_char(rolvaliduntil at time zone 'utc', 'YYYY-MM-DD HH24:MI:SSZ') from pg_roles where rolname = '{Account}'", Ct))[0][0],
        CultureInfo.InvariantCulture);
}
