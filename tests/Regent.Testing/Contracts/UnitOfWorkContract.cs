using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;

namespace Regent.Testing.Contracts;

public abstract class UnitOfWorkContract(PortsUnderTest ports) : PortContract(ports)
{
    [Fact]
    public async Task What_a_unit_wrote_is_there_when_it_returns()
    {
        var ada = Make.User("Ada Lovelace");

        var result = await Ports.Unit.RunAsync(
            async ct =>
            {
                await Ports.Directory.SaveAsync(ada, ct);
                return 7;
            },
            Ct);

        Assert.Equal(7, result);
        Assert.Equal(ada, await Ports.Directory.FindAsync(ada.Id, Ct));
    }

    [Fact]
    public async Task A_unit_that_throws_leaves_nothing()
    {
        var ada = Make.User("Ada Lovelace");
        var role = Make.Role("Reader");

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => WriteAsync(async ct =>
        {
            await Ports.Directory.SaveAsync(ada, ct);
            await Ports.Roles.SaveAsync([role], ct);
            await Ports.Schedules.AddAsync(Make.Eligibility(ada.Id, role.Id, Noon), ct);
            Assert.NotNull(await Ports.Directory.FindAsync(ada.Id, ct));
            throw new TimeZoneNotFoundException();
        }));

        Assert.Null(await Ports.Directory.FindAsync(ada.Id, Ct));
        Assert.Empty(await Ports.Roles.ListAsync(RoleSystem.Directory, Ct));
    }

    [Fact]
    public async Task A_unit_sees_what_it_has_written_so_far()
    {
        var ada = Make.User("Ada Lovelace");

        await WriteAsync(async ct =>
        {
            await Ports.Directory.SaveAsync(ada, ct);
            Assert.Equal(ada, await Ports.Directory.FindAsync(ada.Id, ct));
            await Ports.Directory.SaveAsync(ada with { DisplayName = "Ada King" }, ct);
            Assert.Equal("Ada King", (await Ports.Directory.FindAsync(ada.Id, ct))?.DisplayName);
        });

        Assert.Equal("Ada King", (await Ports.Directory.FindAsync(ada.Id, Ct))?.DisplayName);
    }

    [Fact]
    public async Task Nothing_is_written_outside_a_unit()
    {
        var role = Make.Role("Reader");
        var someone = Make.User("Ada Lovelace");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Ports.Directory.SaveAsync(someone, Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Ports.Roles.SaveAsync([role], Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Ports.Requests.AddAsync(Make.Pending(someone.Id, role.Id, Noon), Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Ports.Audit.AppendAsync([Make.Entry(Noon)], Ct));
    }

    [Fact]
    public async Task A_unit_inside_a_unit_is_part_of_it()
    {
        var (ada, alan) = (Make.User("Ada Lovelace"), Make.User("Alan Turing"));

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => WriteAsync(async ct =>
        {
            await Ports.Directory.SaveAsync(ada, ct);
            await WriteAsync(inner => Ports.Directory.SaveAsync(alan, inner));
            throw new TimeZoneNotFoundException();
        }));

        Assert.True(await Ports.Directory.IsEmptyAsync(Ct));
    }

    [Fact]
    public async Task A_unit_that_is_given_up_leaves_nothing()
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var ada = Make.User("Ada Lovelace");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ports.Unit.RunAsync(
            async ct =>
            {
                await Ports.Directory.SaveAsync(ada, ct);
                await given.CancelAsync();
                ct.ThrowIfCancellationRequested();
                return true;
            },
            given.Token));

        Assert.Null(await Ports.Directory.FindAsync(ada.Id, Ct));
        Assert.Equal(ada, await SaveAsync(ada));
    }

    [Fact]
    public async Task A_unit_that_lost_a_race_is_run_again_from_its_beginning()
    {
        var request = await SavePendingAsync();
        await WriteAsync(ct => Ports.Requests.UpdateAsync(request, ct));
        var tries = 0;

        await WriteAsync(async ct =>
        {
            tries++;
            await Ports.Audit.AppendAsync([Make.Entry(Noon)], ct);
            await Ports.Requests.UpdateAsync(tries == 1 ? request : (await Ports.Requests.FindAsync(request.Id, ct))!, ct);
        });

        Assert.Equal(2, tries);
        Assert.Equal(2, (await Ports.Requests.FindAsync(request.Id, Ct))?.Version);
        Assert.Single((await Ports.Audit.ListAsync(new(), new(), Ct)).Items);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told_of_the_first()
    {
        var request = await SavePendingAsync();
        var (grace, ada) = (Make.User("Grace Hopper"), Make.User("Ada Lovelace"));

        var answers = await Task.WhenAll(DecideAsync(request.Id, grace.Id), DecideAsync(request.Id, ada.Id));

        Assert.Single(answers, answer => answer is null);
        var stored = (await Ports.Requests.FindAsync(request.Id, Ct))!;
        Assert.Equal(stored.Approval!.Decision!.By, Assert.Single(answers, answer => answer is not null));
        Assert.Equal(1, stored.Version);
    }

    [Fact]
    public async Task Of_two_who_ask_for_the_same_at_once_one_finds_it_pending()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));

        Task<bool> AskAsync() => Ports.Unit.RunAsync(
            async ct =>
            {
                var request = Make.Pending(ada.Id, role.Id, Noon);
                if (await Ports.Requests.HasPendingAsync(ada.Id, role.Id, request.Scope, request.Kind, apartFrom: null, ct))
                {
                    return false;
                }

                await Task.Yield();
                await Ports.Requests.AddAsync(request, ct);
                return true;
            },
            Ct);

        var added = await Task.WhenAll(AskAsync(), AskAsync(), AskAsync());

        Assert.Single(added, one => one);
        Assert.Equal(1, await Ports.Requests.CountAsync(new(), Ct));
    }

    [Fact]
    public async Task Two_who_each_rely_on_the_other_to_stay_do_not_both_leave()
    {
        var role = await SaveRoleAsync("Global Administrator");
        var (ada, grace) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Grace Hopper"));
        var first = await SaveAsync(Make.Assignment(ada.Id, role.Id, Noon));
        var second = await SaveAsync(Make.Assignment(grace.Id, role.Id, Noon));
        var later = Noon.AddHours(1);

        Task<bool> LeaveAsync(Schedule leaving) => Ports.Unit.RunAsync(
            async ct =>
            {
                var holders = await Ports.Schedules.HoldersAsync([role.Id], later, ct);
                await Task.Yield();
                if (holders.Count > 1)
                {
                    await Ports.Schedules.UpdateAsync(leaving.End(later), ct);
                }

                return holders.Count > 1;
            },
            Ct);

        var left = await Task.WhenAll(LeaveAsync(first), LeaveAsync(second));

        Assert.Single(left, one => one);
        Assert.Single(await Ports.Schedules.HoldersAsync([role.Id], later, Ct));
    }

    [Fact]
    public async Task Many_units_at_once_all_come_through()
    {
        var role = await SaveRoleAsync("Reader");
        var people = Enumerable.Range(0, 24).Select(number => Make.User($"Person {number}")).ToList();

        await Task.WhenAll(people.Select(person => WriteAsync(async ct =>
        {
            await Ports.Directory.SaveAsync(person, ct);
            await Ports.Requests.AddAsync(Make.Pending(person.Id, role.Id, Noon), ct);
            await Ports.Audit.AppendAsync([Make.Entry(Noon)], ct);
        })));

        Assert.Equal(24, await Ports.Requests.CountAsync(new(), Ct));
    }

    private async Task<ScheduleRequest> SavePendingAsync()
    {
        var (ada, role) = (await SaveUserAsync("Alan Turing"), await SaveRoleAsync("Reader"));
        return await SaveAsync(Make.Pending(ada.Id, role.Id, Noon));
    }

    /// <summary>Null for who decided; for who came too late, the one who was first.</summary>
    private Task<PrincipalId?> DecideAsync(RequestId id, PrincipalId by) => Ports.Unit.RunAsync<PrincipalId?>(
        async ct =>
        {
            var request = (await Ports.Requests.FindAsync(id, ct))!;
            if (request.Approval!.Decision is { } earlier)
            {
                return earlier.By;
            }

            await Task.Yield();
            var decision = new Decision(by, Approved: false, "Not today.", Noon);
            await Ports.Requests.UpdateAsync(
                request with { Status = RequestStatus.Denied, Approval = request.Approval with { Decision = decision } }, ct);
            return null;
        },
        Ct);
}
