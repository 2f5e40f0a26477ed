using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Assignments;

public sealed class ListMyRolesTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Eligible_roles_say_through_which_group_and_what_they_demand()
    {
        var group = office.World.AddGroup("Outer", office.World.AddGroup("Inner", office.Alan));
        office.World.MakeEligible(group, DirectoryRoles.SecurityReader);
        office.Demand(settings => settings with { RequiresApproval = true, RequiresTicket = true });

        var roles = await ListAsync(office.Alan, MyRolesTab.Eligible);

        Assert.Equal(["Exchange Administrator", "Security Reader"], roles.Select(role => role.Listing.Role.DisplayName));
        Assert.Equal([null, group], roles.Select(role => role.Via));
        Assert.Equal([true, false], roles.Select(role => role.Demands!.RequiresApproval));
        Assert.True(roles[0].Demands!.RequiresTicket);
        Assert.All(roles, role => Assert.True(role is { Held: null, Pending: null, EndableFrom: null }));
    }

    [Fact]
    public async Task An_eligible_role_shows_what_stands_in_the_way_of_asking_again()
    {
        await office.AskedAsync(office.Alan);
        Assert.Equal(AssignmentType.Activated, (await EligibleAsync()).Held?.Type);

        await office.PassAsync(TimeSpan.FromHours(2));
        Assert.Null((await EligibleAsync()).Held);

        var planned = await office.AskedAsync(office.Alan, office.Ask(office.Alan) with { Start = office.Now.AddDays(1) });
        Assert.Equal(planned.Schedule, (await EligibleAsync()).Held?.Id);
        (await office.CancelAsync(office.Alan, planned)).Done();
        Assert.Null((await EligibleAsync()).Held);

        office.DemandApproval();
        var pending = await office.AskedAsync(office.Alan);
        Assert.Equal(pending.Id, (await EligibleAsync()).Pending);
        (await office.DecideAsync(office.Ada, pending, approve: false)).Done();
        Assert.Null((await EligibleAsync()).Pending);
    }

    [Fact]
    public async Task Active_roles_say_from_when_on_they_can_be_ended()
    {
        var group = office.World.AddGroup("Readers", office.Alan);
        office.World.Assign(group, DirectoryRoles.GlobalReader);
        office.World.Assign(office.Alan, DirectoryRoles.SecurityReader);
        await office.AskedAsync(office.Alan);

        var roles = await ListAsync(office.Alan, MyRolesTab.Active);

        Assert.Equal(
            [("Exchange Administrator", null, office.Now.AddMinutes(5)), ("Global Reader", group, null), ("Security Reader", null, null)],
            roles.Select(role => (role.Listing.Role.DisplayName, role.Via, role.EndableFrom)));
        Assert.Single(await ListAsync(office.Alan, MyRolesTab.Active, "exchange"));
    }

    [Fact]
    public async Task Expired_roles_are_those_once_held()
    {
        await office.AskedAsync(office.Alan);
        Assert.Empty(await ListAsync(office.Alan, MyRolesTab.Expired));
        await office.PassAsync(TimeSpan.FromHours(2));
        var planned = await office.AskedAsync(office.Alan, office.Ask(office.Alan) with { Start = office.Now.AddDays(1) });
        (await office.CancelAsync(office.Alan, planned)).Done();

        Assert.Equal(office.Role, Assert.Single(await ListAsync(office.Alan, MyRolesTab.Expired)).Listing.Role.Id);
        Assert.Empty(await ListAsync(office.Alan, MyRolesTab.Active));
    }

    [Fact]
    public async Task An_eligibility_is_shown_exactly_while_it_is_in_force()
    {
        office.World.MakeEligible(office.Barbara, office.Role, office.Now.AddHours(1));

        Assert.Single(await ListAsync(office.Barbara, MyRolesTab.Eligible));
        office.Skip(TimeSpan.FromHours(1));
        Assert.Empty(await ListAsync(office.Barbara, MyRolesTab.Eligible));
    }

    [Fact]
    public async Task Roles_come_by_their_end_when_that_is_asked()
    {
        office.World.MakeEligible(office.Alan, DirectoryRoles.SecurityReader, office.Now.AddDays(1));
        office.World.MakeEligible(office.Alan, DirectoryRoles.GlobalReader, office.Now.AddDays(2));

        var page = await office.The<ListMyRoles>().ExecuteAsync(
            office.As(office.Alan), new MyRolesAsk(MyRolesTab.Eligible) { Sort = ScheduleSort.End, Descending = true }, new PageAsk(2), Office.Ct);

        Assert.Equal(["Exchange Administrator", "Global Reader"], page.Items.Select(role => role.Listing.Role.DisplayName));
        Assert.NotNull(page.Next);
    }

    [Fact]
    public async Task A_role_nobody_has_changed_demands_the_default() =>
        Assert.Equivalent(new ActivationSettings(), (await EligibleAsync()).Demands);

    private async Task<MyRole> EligibleAsync() => Assert.Single(await ListAsync(office.Alan, MyRolesTab.Eligible));

    private async Task<IReadOnlyList<MyRole>> ListAsync(Principal who, MyRolesTab tab, string? search = null) =>
        (await office.The<ListMyRoles>().ExecuteAsync(
            office.As(who), new MyRolesAsk(tab) { Search = search }, new PageAsk(), Office.Ct)).Items;
}
