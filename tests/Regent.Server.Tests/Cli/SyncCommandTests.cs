using System.Diagnostics;
using System.DirectoryServices.Protocols;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Server.Hosting;
using Regent.Server.Tests.Hosting;
using Regent.Testing;
using Regent.Testing.Targets;

namespace Regent.Server.Tests.Cli;

/// <summary>People come from a real directory into real data.</summary>
public sealed class SyncCommandTests : IAsyncLifetime
{
    private const string Name = "The directory";

    private readonly LocalData local = new();
    private OpenLdapServer? server;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private OpenLdapServer Server => server!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OpenLdapServer.Missing is not null, OpenLdapServer.Missing ?? "");
        server = await OpenLdapServer.StartAsync(Ct);
    }

    [Fact]
    public async Task A_thousand_people_come_in_seconds_and_what_changes_follows()
    {
        var part = await PrepareAsync(people: 1000);
        part.Give(new Holding("person5", part.Groups[0]));

        var rehearsed = await SyncAsync("--dry-run");
        Assert.Equal(0, rehearsed.Exit);
        Assert.Equal("1000 people and 3 groups there, all read: 1003 new, 0 changed, 0 disabled, 0 memberships ended, 0 refused.", rehearsed.Lines[^1]);
        Assert.Null(await local.FindAsync("person5@regent.example"));

        var started = Stopwatch.GetTimestamp();
        var ran = await SyncAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Equal((0, rehearsed.Lines[^1]), (ran.Exit, ran.Lines[^1]));
        Assert.Contains(ran.Lines, line => line.StartsWith("new", StringComparison.Ordinal) && line.EndsWith("joins ops", StringComparison.Ordinal));

        // Names that change places, in a database that has each once; one that is gone; one that takes the name of somebody gone.
        var (five, six, seven) = (await IdAsync("person5"), await IdAsync("person6"), await IdAsync("person7"));
        SetMail(part, "person5", "person6");
        SetMail(part, "person6", "person5");
        part.Delete("person7");
        SetMail(part, "person8", "person7");
        ran = await SyncAsync();
        Assert.Equal("999 people and 3 groups there, changes read: 0 new, 4 changed, 1 disabled, 0 memberships ended, 0 refused.", ran.Lines[^1]);
        Assert.Equal((six, five), (await IdAsync("person5"), await IdAsync("person6")));
        Assert.NotEqual(seven, await IdAsync("person7"));
        Assert.False((await local.FindAsync($"{seven:N}person7@regent.example"))!.IsEnabled);
        Assert.Single((await SyncAsync("--full")).Lines);
    }

    [Fact]
    public async Task A_run_that_takes_away_too_much_is_stopped_and_goes_through_by_force()
    {
        var part = await PrepareAsync(people: 10);
        await SyncAsync();
        part.Delete("person3");
        part.Delete("person4");

        var stopped = await SyncAsync();

        Assert.Equal(1, stopped.Exit);
        Assert.Contains("2 of 10 people would be disabled, which is more than 10 of a hundred.", stopped.Error, StringComparison.Ordinal);
        Assert.Contains(stopped.Lines, line => line.StartsWith("would change  person3@regent.example", StringComparison.Ordinal));
        Assert.True((await local.FindAsync("person3@regent.example"))!.IsEnabled);
        Assert.Equal(0, (await SyncAsync("--force")).Exit);
        Assert.False((await local.FindAsync("person3@regent.example"))!.IsEnabled);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_has_done_nothing_and_the_next_one_does_all()
    {
        await PrepareAsync(people: 3000);
        SqliteConnection.ClearAllPools();
        var database = Path.Combine(local.Data, "regent.db");

        using var sync = Start();
        await Eventually.TrueAsync(() => new FileInfo($"{database}-wal") is { Exists: true, Length: > 1_000_000 }, "it writes");
        Assert.False(sync.HasExited);
        sync.Kill();
        await sync.WaitForExitAsync(Ct);

        Assert.Null(await local.FindAsync("person5@regent.example"));
        var ran = await SyncAsync();
        Assert.Equal((0, "3000 people and 3 groups there, all read: 3003 new, 0 changed, 0 disabled, 0 memberships ended, 0 refused."), (ran.Exit, ran.Lines[^1]));
    }

    [Fact]
    public async Task What_cannot_be_done_is_said()
    {
        await PrepareAsync(people: 1);

        var unknown = await local.RunAsync("sync", "ldap", "Another");
        Assert.Equal((1, "There is no target Another of kind LDAP or Active Directory. There is The directory."), (unknown.Exit, unknown.Error.Trim()));
        await Server.EndAsync();
        var dead = await SyncAsync();
        Assert.Equal(1, dead.Exit);
        Assert.Contains("cannot be reached", dead.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await local.RunAsync("sync", "ldap")).Exit);
    }

    public async ValueTask DisposeAsync()
    {
        local.Dispose();
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private Task<Ran> SyncAsync(params string[] options) => local.RunAsync(["sync", "ldap", Name, .. options]);

    private async Task<OpenLdapPart> PrepareAsync(int people)
    {
        var part = Server.AddPart(people: 0);
        foreach (var number in Enumerable.Range(0, people))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"person{number}");
            Server.Add(part.PersonDn(name), "inetOrgPerson", ("cn", name), ("sn", name), ("uid", name), ("mail", $"{name}@regent.example"));
        }

        await local.AskAsync(async services =>
        {
            var settings = part.Settings($"ldaps://127.0.0.1:{Server.TlsPort}").With(
            [
                new("bindPassword", services.GetRequiredService<ISecretBox>().Lock(OpenLdapServer.BindPassword)), new("syncPeople", "true"),
                new("syncMail", "description"), new("syncGroupsFilter", "(objectClass=groupOfNames)"), new("timeoutSeconds", "10"),
            ]);
            var target = new Target(
                TargetId.At(Make.Noon), Name, TargetKind.Ldap, Make.Accounts("{name}"), settings, TargetState.New);
            return await services.GetRequiredService<IUnitOfWork>().RunAsync(
                async ct =>
                {
                    await services.GetRequiredService<ITargetStore>().SaveAsync(target, ct);
                    return true;
                },
                Ct);
        });
        return part;
    }

    private void SetMail(OpenLdapPart part, string account, string name) => Server.Data.SendRequest(
        new ModifyRequest(part.PersonDn(account), DirectoryAttributeOperation.Replace, "mail", $"{name}@regent.example"));

    private async Task<Guid> IdAsync(string name) => (await local.FindAsync($"{name}@regent.example"))!.Id.Value;

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(Composition).Assembly.Location, "sync", "ldap", Name, "--data", local.Data })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
