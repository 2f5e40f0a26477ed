using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Testing;

namespace Regent.Operations.Tests.Principals;

public sealed class ListGroupsTests : IDisposable
{
    private readonly Office office = new();
    private readonly Estate estate;
    private readonly Principal zoo;

    public ListGroupsTests()
    {
        estate = new Estate(office);
        zoo = office.World.Add(Make.Group("Zoo keepers") with { IsRoleAssignable = false });
    }

    public void Dispose() => office.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(50)]
    public async Task Groups_under_Pim_come_first_and_the_list_continues_where_it_stopped(int size)
    {
        estate.MakeEligible(office.Alan, GroupRoles.Member, Scope.OfGroup(zoo.Id));
        office.World.Set(GroupRoles.Owner, Scope.OfGroup(estate.Engineers.Id), new ActivationSettings());

        var all = new List<ListedGroup>();
        string? after = null;
        do
        {
            var page = (await ListAsync(office.Ada, new PageAsk(size, after))).Done();
            Assert.InRange(page.Items.Count, 0, size);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(
            [("Engineers", true), ("Zoo keepers", true), ("Administrators", false)],
            all.Select(row => (row.Group.DisplayName, row.IsUnderPim)));
    }

    [Fact]
    public async Task A_row_counts_who_is_eligible_who_is_in_it_and_who_owns_it_now()
    {
        var scope = Scope.OfGroup(estate.Engineers.Id);
        await office.JoinAsync(estate.Engineers, office.Ada);
        estate.Assign(office.Alan, GroupRoles.Member, scope);
        estate.MakeEligible(office.Grace, GroupRoles.Member, scope);
        estate.MakeEligible(office.Barbara, GroupRoles.Owner, scope);
        estate.Assign(office.Barbara, GroupRoles.Owner, scope);

        var row = Assert.Single((await ListAsync(office.Ada, only: estate.Engineers.Id)).Done().Items);
        Assert.Equal((1, 2, 1, true), (row.Eligible, row.Members, row.Owners, row.IsUnderPim));
    }

    [Fact]
    public async Task Owners_see_their_group_administrators_of_groups_the_ordinary_ones_and_others_none()
    {
        estate.Assign(office.Barbara, GroupRoles.Owner, Scope.OfGroup(estate.Administrators.Id));
        Assert.Equal(["Administrators"], await NamesAsync(office.Barbara));

        office.World.Assign(office.Barbara, DirectoryRoles.UserAdministrator);
        Assert.Equal(["Administrators", "Engineers", "Zoo keepers"], (await NamesAsync(office.Barbara)).Order());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Alan)).Code());
    }

    [Fact]
    public async Task Members_say_by_what_they_are_in_the_group()
    {
        var scope = Scope.OfGroup(estate.Engineers.Id);
        await office.JoinAsync(estate.Engineers, office.Ada);
        await office.JoinAsync(estate.Engineers, office.Grace);
        estate.Assign(office.Grace, GroupRoles.Member, scope);
        var alan = estate.Assign(office.Alan, GroupRoles.Member, scope);

        var members = (await MembersAsync(office.Ada)).Done().Items;
        Assert.Equal([("Ada Lovelace", null), ("Alan Turing", alan), ("Grace Hopper", (Schedule?)null)],
            members.Select(member => (member.Principal.DisplayName, member.Held)));
    }

    [Fact]
    public async Task Members_are_for_who_sees_the_group()
    {
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await MembersAsync(office.Alan)).Code());

        estate.Assign(office.Alan, GroupRoles.Owner, Scope.OfGroup(estate.Engineers.Id));
        Assert.Empty((await MembersAsync(office.Alan)).Done().Items);
    }

    private Task<Outcome<Page<ListedGroup>>> ListAsync(Principal who, PageAsk? page = null, PrincipalId? only = null) =>
        office.The<ListGroups>().ExecuteAsync(office.As(who), only, search: null, page ?? new PageAsk(), Office.Ct);

    private Task<Outcome<Page<GroupMember>>> MembersAsync(Principal who) =>
        office.The<ListGroupMembers>().ExecuteAsync(office.As(who), estate.Engineers.Id, new PageAsk(), Office.Ct);

    private async Task<IEnumerable<string>> NamesAsync(Principal who) => (await ListAsync(who)).Done().Items.Select(row => row.Group.DisplayName);
}
