using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class ChangeFeedContract(PortsUnderTest ports) : PortContract(ports)
{
    [Fact]
    public async Task Each_commit_that_wrote_something_is_told_once()
    {
        var told = 0;
        using var subscription = Ports.Changes.Subscribe(() => told++);

        await SaveUserAsync("Ada Lovelace");
        Assert.Equal(1, told);

        await WriteAsync(ct => WriteAsync(inner => Ports.Roles.SaveAsync([Make.Role("Reader")], inner)));
        Assert.Equal(2, told);
    }

    [Fact]
    public async Task What_was_not_committed_is_not_told()
    {
        var told = 0;
        using var subscription = Ports.Changes.Subscribe(() => told++);

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => WriteAsync(async ct =>
        {
            await Ports.Roles.SaveAsync([Make.Role("Reader")], ct);
            throw new TimeZoneNotFoundException();
        }));
        await WriteAsync(ct => Ports.Roles.ListAsync(RoleSystem.Directory, ct));

        Assert.Equal(0, told);
    }

    [Fact]
    public async Task Work_that_failed_and_is_due_again_is_told()
    {
        await WriteAsync(ct => Ports.Agenda.AddAsync(Operations.Ports.AgendaKind.SendMail, Make.NewId(), Noon, Noon, ct));
        var told = 0;
        using var subscription = Ports.Changes.Subscribe(() => told++);

        await using (var claim = (await Ports.Agenda.ClaimAsync(Noon, AgendaShare.All, Ct))!)
        {
            await claim.RetryAsync(Noon, Noon.AddMinutes(1), "The server does not answer.", Ct);
        }

        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Who_has_stopped_listening_is_told_no_more()
    {
        var told = 0;
        Ports.Changes.Subscribe(() => told++).Dispose();

        await SaveUserAsync("Ada Lovelace");

        Assert.Equal(0, told);
    }

    [Fact]
    public async Task Who_is_told_may_look_and_write_at_once()
    {
        var seen = new TaskCompletionSource<int>();
        var isFirst = true;
        using var subscription = Ports.Changes.Subscribe(() =>
        {
            if (isFirst)
            {
                isFirst = false;
                _ = LookAsync();
            }
        });

        await SaveRoleAsync("Reader");

        Assert.Equal(2, await seen.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct));

        async Task LookAsync()
        {
            await SaveRoleAsync("Writer");
            seen.SetResult((await Ports.Roles.ListAsync(RoleSystem.Directory, Ct)).Count);
        }
    }
}
