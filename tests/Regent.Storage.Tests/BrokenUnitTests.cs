using Regent.Core.Roles;
using Regent.Testing;
using Regent.Testing.Contracts;

namespace Regent.Storage.Tests;

public sealed class SqliteBrokenUnitTests() : BrokenUnitTests(new SqlitePorts());

public sealed class PostgresBrokenUnitTests() : BrokenUnitTests(new PostgresPorts());

/// <summary>What units of work owe to those who misuse them.</summary>
public abstract class BrokenUnitTests(PortsUnderTest ports) : PortContract(ports)
{
    [Fact]
    public async Task Work_that_swallows_a_failed_write_is_not_committed()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var request = await SaveAsync(Make.Pending(ada.Id, role.Id, Noon));

        await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(async ct =>
        {
            await Ports.Roles.SaveAsync([Make.Role("Writer")], ct);
            await Assert.ThrowsAnyAsync<Exception>(() => Ports.Requests.UpdateAsync(request with { Version = 7 }, ct));
        }));

        Assert.Equal([role], await Ports.Roles.ListAsync(RoleSystem.Directory, Ct));
    }

    [Fact]
    public async Task Work_that_outlives_its_unit_stands_on_its_own()
    {
        var mayGoOn = new TaskCompletionSource();
        Task<bool>? late = null;
        await WriteAsync(async ct =>
        {
            await Ports.Directory.SaveAsync(Make.User("Ada Lovelace"), ct);
            late = LookAsync();
        });

        mayGoOn.SetResult();
        Assert.False(await late!);

        async Task<bool> LookAsync()
        {
            await mayGoOn.Task;
            await Assert.ThrowsAsync<InvalidOperationException>(() => Ports.Roles.SaveAsync([Make.Role("Reader")], Ct));
            return await Ports.Directory.IsEmptyAsync(Ct);
        }
    }

    [Fact]
    public async Task A_listener_that_fails_harms_nobody()
    {
        var told = 0;
        using var failing = Ports.Changes.Subscribe(() => throw new TimeZoneNotFoundException());
        using var healthy = Ports.Changes.Subscribe(() => told++);

        await SaveUserAsync("Ada Lovelace");

        Assert.Equal(1, told);
    }
}
