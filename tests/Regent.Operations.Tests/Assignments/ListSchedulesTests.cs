using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Assignments;

public sealed class ListSchedulesTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Everybody_sees_what_they_have_themselves_and_through_groups()
    {
        office.World.Assign(office.World.AddGroup("Readers", office.Alan), DirectoryRoles.GlobalReader);
        await office.AskedAsync(office.Alan);

        Assert.Equal(
            ["Alan Turing", "Readers"], (await OwnAsync(office.Alan, Assignments)).Select(one => one.Principal.DisplayName).Order());
        Assert.Empty(await OwnAsync(office.Barbara, Assignments));
    }

    [Fact]
    public async Task What_one_has_oneself_is_told_from_what_one_has_through_groups()
    {
        var readers = office.World.AddGroup("Readers", office.Alan);
        var through = office.World.Assign(readers, DirectoryRoles.GlobalReader);
        var direct = office.World.Add(Make.Assignment(office.Alan.Id, office.Role, office.Now));

        Assert.Equal([new SeenSchedule(Listing(direct, office.Alan), IsThroughGroup: false, IsMadeByRequest: false)], await MineAsync(ScheduleList.MineDirectly));
        Assert.Equal([new SeenSchedule(Listing(through, readers), IsThroughGroup: true, IsMadeByRequest: false)], await MineAsync(ScheduleList.MineThroughGroups));

        async Task<IReadOnlyList<SeenSchedule>> MineAsync(ScheduleList list) =>
            (await office.The<ListSchedules>().ExecuteAsync(office.As(office.Alan), list, Assignments, new PageAsk(), Office.Ct)).Done().Items;
    }

    [Fact]
    public async Task Readers_see_what_somebody_has_through_groups()
    {
        office.World.Assign(office.World.AddGroup("Readers", office.Alan), DirectoryRoles.GlobalReader);
        var about = Assignments with { Principals = [office.Alan.Id] };

        Assert.Empty((await AllAsync(office.Ada, about)).Done().Items);
        var seen = await office.The<ListSchedules>().ExecuteAsync(
            office.As(office.Ada), ScheduleList.AllThroughGroups, about, new PageAsk(), Office.Ct);
        Assert.True(Assert.Single(seen.Done().Items).IsThroughGroup);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await office.The<ListSchedules>().ExecuteAsync(
            office.As(office.Barbara), ScheduleList.AllThroughGroups, about, new PageAsk(), Office.Ct)).Code());
    }

    [Fact]
    public async Task What_a_request_made_is_told_from_what_none_did()
    {
        await office.AskedAsync(office.Alan);

        Assert.True(Assert.Single(
            (await office.The<ListSchedules>().ExecuteAsync(office.As(office.Alan), ScheduleList.Mine, Assignments, new PageAsk(), Office.Ct))
                .Done().Items).IsMadeByRequest);
    }

    [Fact]
    public async Task Owners_of_a_group_see_what_is_held_in_it_and_in_no_other()
    {
        var (mine, other) = (office.World.AddGroup("Mine"), office.World.AddGroup("Other"));
        office.World.Add(Make.Assignment(office.Alan.Id, GroupRoles.Owner, office.Now) with { Scope = Scope.OfGroup(mine.Id) });
        foreach (var group in new[] { mine, other })
        {
            office.World.Add(Make.Assignment(office.Barbara.Id, GroupRoles.Member, office.Now) with { Scope = Scope.OfGroup(group.Id) });
        }

        var groups = Assignments with { System = RoleSystem.Groups };

        Assert.All((await AllAsync(office.Alan, groups)).Done().Items, one => Assert.Equal("Mine", one.Listing.ScopeName));
        Assert.Equal(2, (await AllAsync(office.Alan, groups with { Scope = Scope.OfGroup(mine.Id) })).Done().Items.Count);
        Assert.Equal(
            RefusalCode.AuthorizationRequestDenied, (await AllAsync(office.Alan, groups with { Scope = Scope.OfGroup(other.Id) })).Code());
        Assert.Single((await AllAsync(office.Barbara, groups with { Scope = Scope.OfGroup(other.Id), Principals = [office.Barbara.Id] })).Done().Items);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await AllAsync(office.Barbara, groups)).Code());
    }

    [Fact]
    public async Task One_schedule_is_seen_by_its_holder_and_by_readers()
    {
        var query = new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, default) { Id = office.Eligibility.Id };

        Assert.Equal(office.Eligibility, (await GetAsync(office.Alan)).Done().Listing.Schedule);
        Assert.Equal(office.Eligibility, (await GetAsync(office.Ada)).Done().Listing.Schedule);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await GetAsync(office.Barbara)).Code());
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await office.The<GetSchedule>().ExecuteAsync(
            office.As(office.Ada), query with { View = ScheduleView.Over }, Office.Ct)).Code());

        Task<Outcome<SeenSchedule>> GetAsync(Principal who) => office.The<GetSchedule>().ExecuteAsync(office.As(who), query, Office.Ct);
    }

    [Fact]
    public async Task Somebody_elses_cannot_be_had_as_own() =>
        Assert.Empty(await OwnAsync(office.Alan, Assignments with { Principals = [office.Ada.Id] }));

    [Fact]
    public async Task Everybodys_is_for_readers()
    {
        var reader = office.World.AddUser("Edsger");
        office.World.Assign(reader, DirectoryRoles.SecurityOperator);

        Assert.Equal(3, (await AllAsync(reader, Assignments)).Done().Items.Count);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await AllAsync(office.Alan, Assignments)).Code());
        Assert.Equal(
            RefusalCode.AuthorizationRequestDenied, (await AllAsync(office.Alan, Assignments with { Principals = [office.Ada.Id] })).Code());
        Assert.Equal(
            RefusalCode.AuthorizationRequestDenied,
            (await AllAsync(office.Alan, Assignments with { Principals = [office.Alan.Id, office.Ada.Id] })).Code());
        Assert.Empty((await AllAsync(office.Alan, Assignments with { Principals = [office.Alan.Id] })).Done().Items);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await AllAsync(office.Disable(reader), Assignments)).Code());
    }

    [Fact]
    public async Task All_schedules_are_for_readers()
    {
        Task<Outcome<Page<ListedAssignment>>> ListAsync(Principal who) => office.The<ListAssignments>().ExecuteAsync(
            office.As(who), at: null, new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, default), new PageAsk(), Office.Ct);

        Assert.Equal(office.Eligibility, Assert.Single((await ListAsync(office.Ada)).Done().Items).Listing.Schedule);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Alan)).Code());
    }

    private ScheduleQuery Assignments => new(ScheduleKind.Assignment, ScheduleView.InForce, office.Now);

    private static ScheduleListing Listing(Schedule schedule, Principal holder) =>
        new(schedule, holder, DirectoryRoles.BuiltIn.Single(role => role.Id == schedule.Role));

    private async Task<IReadOnlyList<ScheduleListing>> OwnAsync(Principal who, ScheduleQuery query) =>
        [.. (await office.The<ListSchedules>().ExecuteAsync(office.As(who), ScheduleList.Mine, query, new PageAsk(), Office.Ct)).Done().Items
            .Select(one => one.Listing)];

    private Task<Outcome<Page<SeenSchedule>>> AllAsync(Principal who, ScheduleQuery query) =>
        office.The<ListSchedules>().ExecuteAsync(office.As(who), ScheduleList.All, query, new PageAsk(), Office.Ct);
}
