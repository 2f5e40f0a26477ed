using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Storage.Rows;
using Regent.Testing;
using Regent.Testing.Contracts;

namespace Regent.Storage.Tests;

/// <summary>What several nodes on one PostgreSQL owe each other, and what is left of one that dies.</summary>
public sealed class PostgresNodesTests : PortContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly PostgresPorts database;

    public PostgresNodesTests()
        : this(new PostgresPorts())
    {
    }

    private PostgresNodesTests(PostgresPorts database)
        : base(database) => this.database = database;

    [Fact]
    public async Task The_work_of_a_node_whose_connection_broke_is_free_again()
    {
        var subject = Make.NewId();
        await WriteAsync(ct => Ports.Agenda.AddAsync(AgendaKind.SendMail, subject, Noon, Noon, ct));
        await using var other = DatabasePorts.Regent(database.Connection);
        var agenda = other.GetRequiredService<IAgenda>();

        await using (var lost = (await Ports.Agenda.ClaimAsync(Noon, AgendaShare.All, Ct))!)
        {
            Assert.Null(await agenda.ClaimAsync(Noon, AgendaShare.All, Ct));
            await CutAsync("state = 'idle in transaction'");

            await using (var again = await ClaimSoonAsync(agenda))
            {
                Assert.Equal(subject, again.Item.Subject);
                await again.DoneAsync(Ct);
            }

            await Assert.ThrowsAnyAsync<Exception>(() => lost.DoneAsync(Ct));
        }

        Assert.Null(await Ports.Agenda.NextDueAsync(AgendaShare.All, Ct));
    }

    [Fact]
    public async Task The_next_due_leaves_out_what_another_node_has_claimed()
    {
        await WriteAsync(ct => Ports.Agenda.AddAsync(AgendaKind.SendMail, Make.NewId(), Noon, Noon, ct));
        await using var other = DatabasePorts.Regent(database.Connection);

        await using var claim = await Ports.Agenda.ClaimAsync(Noon, AgendaShare.All, Ct);

        Assert.Null(await other.GetRequiredService<IAgenda>().NextDueAsync(AgendaShare.All, Ct));
    }

    [Fact]
    public async Task The_record_is_numbered_in_the_order_of_commits()
    {
        var (slow, quick) = (Make.Entry(Noon), Make.Entry(Noon));

        var (hasAppended, mayCommit) = (new TaskCompletionSource(), new TaskCompletionSource());

        var slowly = WriteAsync(async ct =>
        {
            await Ports.Audit.AppendAsync([slow], ct);
            await Ports.Roles.ListAsync(RoleSystem.Directory, ct);
            hasAppended.TrySetResult();
            await mayCommit.Task;
        });
        await hasAppended.Task;
        await WriteAsync(ct => Ports.Audit.AppendAsync([quick], ct));
        mayCommit.SetResult();
        await slowly;

        await using var db = await database.Services.GetRequiredService<IDbContextFactory<RegentDb>>().CreateDbContextAsync(Ct);
        Assert.Equal([quick.Id, slow.Id], await db.Set<AuditRow>().OrderBy(row => row.Number).Select(row => row.Id).ToListAsync(Ct));
    }

    [Fact]
    public async Task Nobody_is_numbered_between_a_unit_that_was_numbered_and_its_commit()
    {
        var (hasNumber, mayCommit) = (new TaskCompletionSource(), new TaskCompletionSource());

        var first = WriteAsync(async ct =>
        {
            await Ports.Audit.AppendAsync([Make.Entry(Noon)], ct);
            await Ports.Audit.ListAsync(new(), new(), ct);
            hasNumber.TrySetResult();
            await mayCommit.Task;
        });
        await hasNumber.Task;
        var second = WriteAsync(ct => Ports.Audit.AppendAsync([Make.Entry(Noon)], ct));
        await WaitsAsync();
        Assert.False(second.IsCompleted);

        mayCommit.SetResult();
        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task A_commit_on_one_node_is_told_on_the_other_also_after_the_connection_broke()
    {
        await using var other = DatabasePorts.Regent(database.Connection);
        var news = other.GetServices<IHostedService>().Concat(database.Services.GetServices<IHostedService>()).ToList();
        foreach (var node in news)
        {
            await node.StartAsync(Ct);
        }

        await HearsOfCommitsAsync(other.GetRequiredService<IChangeFeed>());
        await CutAsync("query like 'listen %'");
        await HearsOfCommitsAsync(other.GetRequiredService<IChangeFeed>());

        foreach (var node in news)
        {
            await node.StopAsync(Ct);
        }
    }

    /// <summary>
    /// Commits here until the feed there has told of it twice: beginning to listen is told once as well, for what was missed.
    /// </summary>
    private async Task HearsOfCommitsAsync(IChangeFeed there)
    {
        using var told = new SemaphoreSlim(0);
        using var subscription = there.Subscribe(() => told.Release());
        using var patience = new CancellationTokenSource(Patience);
        for (var heard = 0; heard < 2;)
        {
            await WriteAsync(ct => Ports.Audit.AppendAsync([Make.Entry(Noon)], ct));
            heard += await told.WaitAsync(TimeSpan.FromMilliseconds(200), patience.Token) ? 1 : 0;
        }
    }

    private static async Task<IAgendaClaim> ClaimSoonAsync(IAgenda agenda)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await agenda.ClaimAsync(Noon, AgendaShare.All, patience.Token) is { } claim)
            {
                return claim;
            }
        }
    }

    /// <summary>Returns once somebody waits for a turn to be numbered.</summary>
    private async Task WaitsAsync()
    {
        await using var db = await database.Services.GetRequiredService<IDbContextFactory<RegentDb>>().CreateDbContextAsync(Ct);
        using var patience = new CancellationTokenSource(Patience);
        while (await db.Database.SqlQuery<int>(
            $"""select count(*)::int as "Value" from pg_locks where locktype = 'advisory' and not granted""").SingleAsync(patience.Token) == 0)
        {
        }
    }

    private Task CutAsync(string which) => PostgresPorts.ExecuteAsync(
        $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database.Name}' and {which}");
}
