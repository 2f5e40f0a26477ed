using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

/// <summary>What all contract suites share: the storage they speak about, and short ways to write to it.</summary>
public abstract class PortContract(PortsUnderTest ports) : IAsyncLifetime
{
    protected static readonly DateTimeOffset Noon = Make.Noon;

    /// <summary>A moment with microseconds, the finest that is kept.</summary>
    protected static readonly DateTimeOffset Precise = Noon.AddTicks(1_234_560);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected PortsUnderTest Ports => ports;

    public async ValueTask InitializeAsync() => await ports.OpenAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        await ports.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs work that has no result in a unit of its own.</summary>
    protected Task WriteAsync(Func<CancellationToken, Task> work) => ports.Unit.RunAsync(
        async ct =>
        {
            await work(ct);
            return true;
        },
        Ct);

    protected async Task<Principal> SaveAsync(Principal principal)
    {
        await WriteAsync(ct => ports.Directory.SaveAsync(principal, ct));
        return principal;
    }

    protected Task<Principal> SaveUserAsync(string name) => SaveAsync(Make.User(name));

    protected async Task<Principal> SaveGroupAsync(string name, params Principal[] members)
    {
        var group = await SaveAsync(Make.Group(name));
        await WriteAsync(async ct =>
        {
            foreach (var member in members)
            {
                await ports.Directory.AddMembershipAsync(new Membership(group.Id, member.Id), ct);
            }
        });
        return group;
    }

    protected async Task<RoleDefinition> SaveRoleAsync(string name)
    {
        var role = Make.Role(name);
        await WriteAsync(ct => ports.Roles.SaveAsync([role], ct));
        return role;
    }

    protected async Task<Schedule> SaveAsync(Schedule schedule)
    {
        await WriteAsync(ct => ports.Schedules.AddAsync(schedule, ct));
        return schedule;
    }

    protected async Task<ScheduleRequest> SaveAsync(ScheduleRequest request)
    {
        await WriteAsync(ct => ports.Requests.AddAsync(request, ct));
        return request;
    }

    /// <summary>Reads a whole list, stretch after stretch.</summary>
    protected static async Task<List<T>> AllAsync<T>(Func<PageAsk, Task<Page<T>>> list, int size = 2)
    {
        var all = new List<T>();
        for (var page = await list(new PageAsk(size)); ; page = await list(new PageAsk(size, page.Next)))
        {
            Assert.InRange(page.Items.Count, page.Next is null ? 0 : size, size);
            all.AddRange(page.Items);
            if (page.Next is null)
            {
                return all;
            }
        }
    }
}
