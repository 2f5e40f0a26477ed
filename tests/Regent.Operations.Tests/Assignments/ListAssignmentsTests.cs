using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Assignments;

/// <summary>Who sees which assignments, and which of them they manage.</summary>
public sealed class ListAssignmentsTests : IDisposable
{
    private readonly Office office = new();
    private readonly Estate estate;
    private readonly Schedule atShop;
    private readonly Schedule atWeb;
    private readonly Schedule atLab;
    private readonly Schedule inEngineers;
    private readonly Schedule inAdministrators;

    public ListAssignmentsTests()
    {
        estate = new Estate(office);
        atShop = estate.MakeEligible(office.Alan, ResourceRoles.Contributor, estate.Shop);
        atWeb = estate.MakeEligible(office.Alan, ResourceRoles.Reader, estate.Web);
        atLab = estate.MakeEligible(office.Alan, ResourceRoles.Reader, estate.Lab);
        inEngineers = estate.MakeEligible(office.Alan, GroupRoles.Member, Scope.OfGroup(estate.Engineers.Id));
        inAdministrators = estate.MakeEligible(office.Alan, GroupRoles.Member, Scope.OfGroup(estate.Administrators.Id));
    }

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_owns_a_scope_sees_and_manages_what_is_held_there_and_below_and_nothing_else()
    {
        estate.Assign(office.Barbara, ResourceRoles.Owner, estate.Shop);

        Assert.Equal([(atShop.Id, true), (atWeb.Id, true)], await SeenAsync(office.Barbara, RoleSystem.Resources));
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Barbara, RoleSystem.Directory)).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Barbara, RoleSystem.Groups)).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Barbara, system: null)).Code());
    }

    [Fact]
    public async Task Who_reads_a_scope_sees_without_managing()
    {
        estate.Assign(office.Barbara, ResourceRoles.Reader, estate.Shop);
        estate.Assign(office.Barbara, ResourceRoles.Owner, estate.Web);

        Assert.Equal([(atShop.Id, false), (atWeb.Id, true)], await SeenAsync(office.Barbara, RoleSystem.Resources));
    }

    [Fact]
    public async Task Who_owns_a_group_sees_that_group()
    {
        estate.Assign(office.Barbara, GroupRoles.Owner, Scope.OfGroup(estate.Administrators.Id));

        Assert.Equal([(inAdministrators.Id, true)], await SeenAsync(office.Barbara, RoleSystem.Groups));
    }

    [Fact]
    public async Task Administrators_of_groups_see_those_that_cannot_hold_directory_roles()
    {
        office.World.Assign(office.Barbara, DirectoryRoles.GroupsAdministrator);

        Assert.Equal([(inEngineers.Id, true)], await SeenAsync(office.Barbara, RoleSystem.Groups));
    }

    [Fact]
    public async Task Readers_of_everything_see_all_and_manage_what_their_roles_say()
    {
        Assert.Equal([(inEngineers.Id, false), (inAdministrators.Id, true)], await SeenAsync(office.Grace, RoleSystem.Groups));
        Assert.Equal([(atShop.Id, false), (atWeb.Id, false), (atLab.Id, false)], await SeenAsync(office.Grace, RoleSystem.Resources));
        Assert.All(await SeenAsync(office.Ada, RoleSystem.Resources), row => Assert.True(row.MayManage));
        Assert.Equal(6, (await ListAsync(office.Grace, system: null)).Done().Items.Count);
    }

    [Fact]
    public async Task A_list_is_narrowed_to_a_place_the_reader_sees()
    {
        estate.Assign(office.Barbara, ResourceRoles.Owner, estate.Shop);

        Assert.Equal([(atWeb.Id, true)], await SeenAsync(office.Barbara, RoleSystem.Resources, estate.Web));
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Barbara, RoleSystem.Resources, estate.Lab)).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Barbara, RoleSystem.Resources, estate.Company)).Code());
        Assert.Equal([(atLab.Id, false)], await SeenAsync(office.Grace, RoleSystem.Resources, estate.Lab));
    }

    [Fact]
    public async Task Who_has_nothing_but_an_eligibility_sees_nothing_of_others()
    {
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Alan, RoleSystem.Resources)).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Alan, RoleSystem.Resources, estate.Shop)).Code());
    }

    [Fact]
    public async Task One_assignment_is_for_who_sees_its_place()
    {
        estate.Assign(office.Barbara, ResourceRoles.Reader, estate.Shop);
        Task<Outcome<ListedAssignment>> GetAsync(Principal who, Schedule which) =>
            office.The<GetAssignment>().ExecuteAsync(office.As(who), which.Id, Office.Ct);

        Assert.Equal((atWeb.Id, false), Row((await GetAsync(office.Barbara, atWeb)).Done()));
        Assert.Equal((atWeb.Id, true), Row((await GetAsync(office.Ada, atWeb)).Done()));
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await GetAsync(office.Barbara, atLab)).Code());
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await GetAsync(office.Ada, atLab with { Id = new ScheduleId(Make.NewId()) })).Code());
    }

    [Fact]
    public async Task What_is_over_is_got_as_well()
    {
        var over = office.World.MakeEligible(office.Barbara, office.Role, office.Now.AddMinutes(-1));

        Assert.Equal(over.Id, (await office.The<GetAssignment>().ExecuteAsync(office.As(office.Ada), over.Id, Office.Ct)).Done().Listing.Schedule.Id);
    }

    [Fact]
    public async Task What_giving_demands_is_for_who_may_give()
    {
        estate.Assign(office.Barbara, ResourceRoles.Owner, estate.Shop);
        Task<Outcome<Core.Policies.RolePolicy>> GetAsync(Principal who, Scope scope) =>
            office.The<GetAssignmentSettings>().ExecuteAsync(office.As(who), ResourceRoles.Reader, scope, Office.Ct);

        Assert.False((await GetAsync(office.Barbara, estate.Web)).Done().Eligibility.AllowsPermanent);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await GetAsync(office.Barbara, estate.Lab)).Code());
        Assert.Equal(RefusalCode.ScopeDoesNotMatchRoleDefinition, (await GetAsync(office.Ada, Scope.Tenant)).Code());
    }

    private static (ScheduleId, bool MayManage) Row(ListedAssignment row) => (row.Listing.Schedule.Id, row.MayManage);

    private Task<Outcome<Page<ListedAssignment>>> ListAsync(Principal who, RoleSystem? system, Scope? at = null) => office.The<ListAssignments>()
        .ExecuteAsync(
            office.As(who), at, new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, default) { System = system, Sort = ScheduleSort.Start },
            new PageAsk(), Office.Ct);

    private async Task<IEnumerable<(ScheduleId Id, bool MayManage)>> SeenAsync(Principal who, RoleSystem system, Scope? at = null) =>
        (await ListAsync(who, system, at)).Done().Items.Select(Row).OrderBy(row => Array.FindIndex(Order, one => one.Id == row.Item1));

    private Schedule[] Order => [atShop, atWeb, atLab, inEngineers, inAdministrators];
}
