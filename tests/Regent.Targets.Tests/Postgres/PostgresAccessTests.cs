using Npgsql;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Postgres;

/// <summary>What is special about membership in roles.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresAccessTests(PostgresFixture fixture) : IAsyncLifetime
{
    private PostgresUnderTest? started;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PostgresUnderTest System => started ?? throw new InvalidOperationException("The system is not started yet.");

    private PostgresServer Server => fixture.Server;

    public async ValueTask InitializeAsync() => started = await PostgresUnderTest.StartAsync(Server, temporary: false, Ct);

    public async ValueTask DisposeAsync() => await (started?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Fact]
    public async Task One_role_that_may_not_be_given_does_not_hold_up_the_others()
    {
        var foreign = System.Named("foreign");
        await Server.ExecuteAsync($"create role {foreign}", Ct);

        var answers = await GrantAsync(System.First, System.First with { Entitlement = foreign }, System.Other);

        Assert.Equal([TargetResult.Done, TargetResult.Refused, TargetResult.Done], answers.Select(answer => answer.Result));
        Assert.Matches("admin option|permission denied", answers[1].Words);
        Assert.Equal(new HashSet<Holding> { System.First, System.Other }, await System.HeldAsync(Ct));
    }

    [Theory]
    [InlineData("superuser", "")]
    [InlineData("nosuperuser", "pg_execute_server_program")]
    [InlineData("nosuperuser", "postgres")]
    public async Task What_is_as_good_as_a_superuser_is_not_given(string attribute, string member)
    {
        var strong = System.Named("strong");
        await Server.ExecuteAsync($"create role {strong} {attribute}", Ct);
        await Server.ExecuteAsync(member == "" ? "select 1" : $"grant {member} to {strong}", Ct);
        await System.AdministerAsync(strong, Ct);
        await using var trusting = System.Open(("allowSuperuser", "true"));
        var holding = System.First with { Entitlement = strong };

        var refused = Assert.Single(await GrantAsync(holding));
        var tried = Assert.Single(await trusting.GrantAsync([new TargetGrant(holding, Until: null)], Ct));

        Assert.Equal(TargetResult.Refused, refused.Result);
        Assert.Contains("superuser", refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("as good as", tried.Words ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_no_account()
    {
        var group = System.Named("group");
        await Server.ExecuteAsync($"create role {group}", Ct);

        var answer = Assert.Single(await GrantAsync(System.First with { Account = group }));

        Assert.Equal(TargetResult.Refused, answer.Result);
        Assert.Contains("NOLOGIN", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_group_has_is_listed_and_can_be_taken_back()
    {
        var inGroup = System.First with { Account = System.Named("group") };
        await Server.ExecuteAsync($"create role {inGroup.Account}", Ct);
        await Server.ExecuteAsync($"set role {System.Login}; grant {inGroup.Entitlement} to {inGroup.Account}", Ct);

        Assert.Equal([inGroup], (await System.Target.ListAsync(System.Entitlements.ToArray(), Ct)).Holdings);
        Assert.Equal([TargetAnswer.Done], await System.Target.RevokeAsync([inGroup], Ct));
        Assert.Empty(await System.HeldAsync(Ct));
    }

    [Fact]
    public async Task The_login_of_Regent_is_nobody_s_account()
    {
        var own = System.First with { Account = System.Login };

        Assert.Equal(TargetResult.Refused, Assert.Single(await GrantAsync(own)).Result);
        Assert.Equal([Observation.Absent], await System.Target.ObserveAsync([own], Ct));
        Assert.Equal([TargetAnswer.Done], await System.Target.RevokeAsync([own], Ct));
        Assert.Equal([TargetAnswer.Done], await GrantAsync(System.First));
    }

    [Fact]
    public async Task A_name_that_the_server_would_cut_does_not_mean_the_role_it_would_be_cut_to()
    {
        var longest = System.Named(new string('x', 63))[..63];
        await Server.ExecuteAsync($"create role {longest}", Ct);
        await System.AdministerAsync(longest, Ct);
        var cut = System.First with { Entitlement = longest + "y" };

        Assert.Equal(TargetResult.UnknownEntitlement, Assert.Single(await GrantAsync(cut)).Result);
        Assert.Equal([cut.Entitlement], (await System.Target.ListAsync([cut.Entitlement], Ct)).Unknown);
        Assert.Equal([TargetAnswer.Done], await GrantAsync(cut with { Entitlement = longest }));
    }

    [Fact]
    public async Task Somebody_else_s_unfinished_change_holds_up_that_one_role_only()
    {
        await using var other = new NpgsqlConnection(Server.ConnectionString());
        await other.OpenAsync(Ct);
        await using var unfinished = new NpgsqlCommand($"begin; set role {System.Login}; grant {System.First.Entitlement} to {System.First.Account}", other);
        await unfinished.ExecuteNonQueryAsync(Ct);

        var answers = await GrantAsync(System.Second with { Entitlement = System.Other.Entitlement }, System.First, System.Other);

        Assert.Equal([TargetResult.Done, TargetResult.Refused, TargetResult.Done], answers.Select(answer => answer.Result));
        Assert.Contains("lock", answers[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_sessions_of_the_account_are_ended()
    {
        await using var ann = await SessionAsync(System.Accounts[0]);
        await using var ben = await SessionAsync(System.Accounts[1]);

        Assert.Equal([TargetAnswer.Done, TargetAnswer.Done], await EndAsync(System.First, System.Other));

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => AskAsync(ann));
        Assert.Equal("1", await AskAsync(ben));
        Assert.Equal([TargetAnswer.Done], await EndAsync(System.First));
    }

    [Fact]
    public async Task That_sessions_may_not_be_ended_is_said()
    {
        await Server.ExecuteAsync($"revoke pg_signal_backend from {System.Login}", Ct);
        await using var ann = await SessionAsync(System.Accounts[0]);

        var answers = await EndAsync(System.First, System.Second);

        Assert.Equal([TargetResult.Refused, TargetResult.Done], answers.Select(answer => answer.Result));
        Assert.Equal("1", await AskAsync(ann));
        Assert.Contains(await System.Target.CheckAsync(Ct), finding => finding.Words.Contains("GRANT pg_signal_backend", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_became_the_role_keeps_it_until_it_is_ended()
    {
        await GrantAsync(System.First);
        await using var ann = await SessionAsync(System.Accounts[0]);
        await AskAsync(ann, $"set role {System.First.Entitlement}");
        await System.Target.RevokeAsync([System.First], Ct);

        Assert.Equal(System.First.Entitlement, await AskAsync(ann, "select current_user"));
        Assert.Equal([TargetAnswer.Done], await EndAsync(System.First));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => AskAsync(ann));
    }

    private Task<IReadOnlyList<TargetAnswer>> GrantAsync(params Holding[] holdings) =>
        System.Target.GrantAsync([.. holdings.Select(one => new TargetGrant(one, Until: null))], Ct);

    private Task<IReadOnlyList<TargetAnswer>> EndAsync(params Holding[] holdings) =>
        Assert.IsType<IEndsSessions>(System.Target, exactMatch: false).EndSessionsAsync(holdings, Ct);

    private async Task<NpgsqlConnection> SessionAsync(string account)
    {
        await Server.ExecuteAsync($"alter role {PostgresUnderTest.Quoted(account)} password 'own'", Ct);
        var connection = new NpgsqlConnection(Server.ConnectionString(account, "own"));
        await connection.OpenAsync(Ct);
        return connection;
    }

    private static async Task<string?> AskAsync(NpgsqlConnection connection, string text = "select 1")
    {
        await using var command = new NpgsqlCommand(text, connection);
        return (await command.ExecuteScalarAsync(Ct))?.ToString();
    }
}
