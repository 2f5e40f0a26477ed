using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class DirectoryContract(PortsUnderTest ports) : PortContract(ports)
{
    [Fact]
    public async Task A_principal_reads_back_as_it_was_saved()
    {
        var full = Make.User("Ada Lovelace") with { Mail = "Ada@Post.example", JobTitle = "Countess", Department = "Engines" };
        var bare = new Principal(full.Id with { Value = Make.NewId() }, PrincipalKind.ServicePrincipal, "Engine") { IsEnabled = false };

        await SaveAsync(full);
        await SaveAsync(bare);

        Assert.Equal(full, await Ports.Directory.FindAsync(full.Id, Ct));
        Assert.Equal(bare, await Ports.Directory.FindAsync(bare.Id, Ct));
    }

    [Fact]
    public async Task Nobody_is_found_under_an_unknown_id_or_name()
    {
        Assert.Null(await Ports.Directory.FindAsync(new PrincipalId(Make.NewId()), Ct));
        Assert.Null(await Ports.Directory.FindByNameAsync(Make.Name("ada@regent.example"), Ct));
    }

    [Fact]
    public async Task Saving_again_replaces()
    {
        var ada = await SaveUserAsync("Ada Lovelace");
        var married = ada with { DisplayName = "Ada King", IsEnabled = false, Mail = "king@regent.example" };

        await SaveAsync(married);

        Assert.Equal(married, await Ports.Directory.FindAsync(ada.Id, Ct));
        Assert.Equal([married], (await Ports.Directory.SearchAsync(null, null, new(), Ct)).Items);
    }

    [Theory]
    [InlineData("bjørn.ÅS@regent.example")]
    [InlineData("BJØRN.åS@REGENT.example")]
    public async Task A_user_is_found_by_name_in_any_letter_case(string asked)
    {
        var bjorn = await SaveAsync(Make.User("Bjørn") with { UserPrincipalName = Make.Name("Bjørn.Ås@regent.example") });

        var found = await Ports.Directory.FindByNameAsync(Make.Name(asked), Ct);

        Assert.Equal(bjorn, found);
        Assert.Equal("Bjørn.Ås@regent.example", found?.UserPrincipalName?.Value);
    }

    [Fact]
    public async Task Groups_are_found_by_their_whole_name_in_any_letter_case()
    {
        var group = await SaveGroupAsync("Ärzte");
        await SaveGroupAsync("Ärzte im Dienst");
        await SaveAsync(Make.User("Ärzte"));
        var twin = await SaveGroupAsync("ÄRZTE");

        var found = await Ports.Directory.FindGroupsAsync("ärzte", Ct);

        Assert.Equal(new[] { group, twin }.OrderBy(one => one.Id.Value), found.OrderBy(one => one.Id.Value));
    }

    [Fact]
    public async Task Many_are_found_at_once_and_the_unknown_left_out()
    {
        var (ada, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"));

        var found = await Ports.Directory.FindManyAsync([ada.Id, new PrincipalId(Make.NewId()), alan.Id, ada.Id], Ct);

        Assert.Equal(2, found.Count);
        Assert.Equal(alan, found[alan.Id]);
        Assert.Empty(await Ports.Directory.FindManyAsync([], Ct));
    }

    [Fact]
    public async Task Groups_of_somebody_include_the_groups_of_those_groups()
    {
        var ada = await SaveUserAsync("Ada Lovelace");
        var inner = await SaveGroupAsync("On call", ada);
        var outer = await SaveGroupAsync("Engineers", inner);
        var all = await SaveGroupAsync("Everybody", outer);
        await SaveGroupAsync("Others");

        Assert.Equal(
            [.. new[] { inner.Id, outer.Id, all.Id }.OrderBy(id => id.Value)],
            (await Ports.Directory.GroupsOfAsync(ada.Id, Noon, Ct)).Keys.OrderBy(id => id.Value));
        Assert.Equal([inner.Id], await Ports.Directory.DirectGroupsOfAsync(ada.Id, Ct));
        Assert.Empty(await Ports.Directory.GroupsOfAsync(all.Id, Noon, Ct));
    }

    [Fact]
    public async Task Groups_that_contain_each_other_do_no_harm()
    {
        var ada = await SaveUserAsync("Ada Lovelace");
        var first = await SaveGroupAsync("First", ada);
        var second = await SaveGroupAsync("Second", first);
        await WriteAsync(ct => Ports.Directory.AddMembershipAsync(new Membership(first.Id, second.Id), ct));

        Assert.Equal(2, (await Ports.Directory.GroupsOfAsync(ada.Id, Noon, Ct)).Count);
        Assert.Equal([second.Id], (await Ports.Directory.GroupsOfAsync(first.Id, Noon, Ct)).Keys);
        Assert.Equal([ada], await Ports.Directory.EnabledUsersInAsync([second.Id], Noon, Ct));
    }

    [Fact]
    public async Task An_assignment_makes_a_member_for_as_long_as_it_is_in_force()
    {
        var ada = await SaveUserAsync("Ada Lovelace");
        var inner = await SaveGroupAsync("On call");
        var outer = await SaveGroupAsync("Engineers", inner);
        await WriteAsync(ct => Ports.Roles.SaveAsync(GroupRoles.BuiltIn, ct));
        var member = await SaveAsync(
            Make.Assignment(ada.Id, GroupRoles.Member, Noon, Noon.AddHours(2)) with { Scope = Scope.OfGroup(inner.Id) });
        await SaveAsync(Make.Assignment(ada.Id, GroupRoles.Owner, Noon.AddDays(1)) with { Scope = Scope.OfGroup(outer.Id) });

        Assert.Empty(await Ports.Directory.GroupsOfAsync(ada.Id, Noon.AddMicroseconds(-1), Ct));
        Assert.Equal(
            new Dictionary<PrincipalId, DateTimeOffset?> { [inner.Id] = Noon.AddHours(2), [outer.Id] = Noon.AddHours(2) },
            await Ports.Directory.GroupsOfAsync(ada.Id, Noon, Ct));
        Assert.Equal([ada], await Ports.Directory.EnabledUsersInAsync([outer.Id], Noon, Ct));
        Assert.Equal([ada], (await Ports.Directory.MembersAsync(inner.Id, Noon, new(), Ct)).Items);
        Assert.Empty(await Ports.Directory.GroupsOfAsync(ada.Id, Noon.AddHours(2), Ct));
        Assert.Empty(await Ports.Directory.DirectGroupsOfAsync(ada.Id, Ct));

        await WriteAsync(ct => Ports.Schedules.UpdateAsync(member.Replan(new Period(Noon, Noon.AddHours(3))), ct));
        Assert.Equal(Noon.AddHours(3), (await Ports.Directory.GroupsOfAsync(ada.Id, Noon.AddHours(2), Ct))[outer.Id]);

        await WriteAsync(ct => Ports.Schedules.UpdateAsync(member.End(Noon.AddHours(1)), ct));
        Assert.Empty(await Ports.Directory.EnabledUsersInAsync([outer.Id], Noon.AddHours(1), Ct));
    }

    [Fact]
    public async Task Of_several_ways_into_a_group_the_one_that_lasts_longest_counts()
    {
        var ada = await SaveUserAsync("Ada Lovelace");
        var inner = await SaveGroupAsync("On call", ada);
        var outer = await SaveGroupAsync("Engineers", inner);
        await WriteAsync(ct => Ports.Roles.SaveAsync(GroupRoles.BuiltIn, ct));
        await SaveAsync(Make.Assignment(ada.Id, GroupRoles.Member, Noon, Noon.AddHours(2)) with { Scope = Scope.OfGroup(outer.Id) });

        var groups = await Ports.Directory.GroupsOfAsync(ada.Id, Noon, Ct);

        Assert.Equal((2, null, null), (groups.Count, groups[inner.Id], groups[outer.Id]));
        Assert.Equal([ada], await Ports.Directory.EnabledUsersInAsync([outer.Id], Noon, Ct));
    }

    [Fact]
    public async Task Enabled_users_are_found_in_nested_groups_each_once()
    {
        var (ada, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"));
        var gone = await SaveAsync(Make.User("Gone") with { IsEnabled = false });
        var robot = await SaveAsync(Make.User("Robot") with { Kind = PrincipalKind.ServicePrincipal });
        var inner = await SaveGroupAsync("Inner", ada, gone, robot);
        var outer = await SaveGroupAsync("Outer", inner, ada);

        Assert.Equal(
            ["Ada Lovelace", "Alan Turing"],
            (await Ports.Directory.EnabledUsersInAsync([outer.Id, inner.Id, alan.Id, gone.Id, ada.Id], Noon, Ct)).Select(one => one.DisplayName).Order());
        Assert.Empty(await Ports.Directory.EnabledUsersInAsync([], Noon, Ct));
        Assert.Empty(await Ports.Directory.EnabledUsersInAsync([new PrincipalId(Make.NewId())], Noon, Ct));
    }

    [Fact]
    public async Task Members_are_listed_by_name_stretch_after_stretch()
    {
        var names = new[] { "zoe", "Ada", "Émile", "alan", "Bea" };
        var people = await Task.WhenAll(names.Select(SaveUserAsync));
        var group = await SaveGroupAsync("All", people);
        await SaveGroupAsync("Nested", group);

        var listed = await AllAsync(page => Ports.Directory.MembersAsync(group.Id, Noon, page, Ct));

        Assert.Equal(["Ada", "alan", "Bea", "zoe", "Émile"], listed.Select(one => one.DisplayName));
    }

    [Fact]
    public async Task Groups_are_listed_by_name_whether_they_are_under_Pim_or_not()
    {
        await WriteAsync(ct => Ports.Roles.SaveAsync(GroupRoles.BuiltIn, ct));
        var ada = await SaveUserAsync("Ada Lovelace");
        var (drivers, engineers) = (await SaveGroupAsync("drivers"), await SaveGroupAsync("Engineers"));
        var painters = await SaveAsync(Make.Group("Painters") with { IsRoleAssignable = false, Mail = "art@regent.example" });
        await SaveAsync(Make.Eligibility(ada.Id, GroupRoles.Member, Noon, Noon.AddHours(1)) with { Scope = Scope.OfGroup(engineers.Id) });
        await WriteAsync(ct => Ports.Policies.SaveAsync(RolePolicy.Default(GroupRoles.Owner, Scope.OfGroup(painters.Id)) with { Version = 1 }, ct));

        Task<List<Principal>> ListAsync(GroupQuery query) => AllAsync(page => Ports.Directory.ListGroupsAsync(query, page, Ct), size: 1);

        Assert.Equal([drivers, engineers, painters], await ListAsync(new GroupQuery()));
        Assert.Equal([engineers, painters], await ListAsync(new GroupQuery { IsUnderPim = true }));
        Assert.Equal([drivers], await ListAsync(new GroupQuery { IsUnderPim = false }));
        Assert.Equal([engineers], await ListAsync(new GroupQuery { IsUnderPim = true, Search = "ENG" }));
        Assert.Equal([painters], await ListAsync(new GroupQuery { Search = "art@" }));
        Assert.Equal([drivers], await ListAsync(new GroupQuery { Id = drivers.Id }));
        Assert.Equal([painters], await ListAsync(new GroupQuery { Within = Reach.Nowhere with { OrdinaryGroups = true } }));
        Assert.Equal([drivers, engineers], await ListAsync(new GroupQuery { Within = Reach.Nowhere with { RoleAssignableGroups = true } }));
        Assert.Equal([drivers], await ListAsync(new GroupQuery { Within = Reach.At(Scope.OfGroup(drivers.Id)) }));
        Assert.Empty(await ListAsync(new GroupQuery { Within = Reach.Nowhere }));
        Assert.Equal(3, (await ListAsync(new GroupQuery { Within = Reach.Everywhere })).Count);
    }

    [Fact]
    public async Task Members_are_counted_each_once_whatever_makes_them_members()
    {
        await WriteAsync(ct => Ports.Roles.SaveAsync(GroupRoles.BuiltIn, ct));
        var (ada, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"));
        var (engineers, drivers) = (await SaveGroupAsync("Engineers", ada), await SaveGroupAsync("Drivers"));
        var scope = Scope.OfGroup(engineers.Id);
        await SaveAsync(Make.Assignment(ada.Id, GroupRoles.Member, Noon) with { Scope = scope });
        await SaveAsync(Make.Assignment(alan.Id, GroupRoles.Member, Noon, Noon.AddHours(1)) with { Scope = scope });

        var counted = await Ports.Directory.CountMembersAsync([engineers.Id, drivers.Id], Noon, Ct);
        Assert.Equal([KeyValuePair.Create(engineers.Id, 2)], counted);
        Assert.Equal(1, (await Ports.Directory.CountMembersAsync([engineers.Id], Noon.AddHours(1), Ct))[engineers.Id]);
    }

    [Fact]
    public async Task A_membership_is_added_once_and_removed_without_fuss()
    {
        var (ada, group) = (await SaveUserAsync("Ada Lovelace"), await SaveGroupAsync("Engineers"));
        var membership = new Membership(group.Id, ada.Id);

        await WriteAsync(ct => Ports.Directory.AddMembershipAsync(membership, ct));
        await WriteAsync(async ct =>
        {
            await Ports.Directory.AddMembershipAsync(membership, ct);
            await Ports.Directory.AddMembershipAsync(membership, ct);
        });
        Assert.Equal([ada], (await Ports.Directory.MembersAsync(group.Id, Noon, new(), Ct)).Items);

        await WriteAsync(ct => Ports.Directory.RemoveMembershipAsync(membership, ct));
        await WriteAsync(ct => Ports.Directory.RemoveMembershipAsync(membership, ct));
        Assert.Empty((await Ports.Directory.MembersAsync(group.Id, Noon, new(), Ct)).Items);
    }

    [Theory]
    [InlineData("LOVE", "Ada Lovelace")]
    [InlineData("turing@regent", "Alan Turing")]
    [InlineData("ÉMILE@post", "Zoe")]
    [InlineData(" ada ", "Ada Lovelace")]
    [InlineData("100%", "Sales 100%_\\")]
    [InlineData("%_\\", "Sales 100%_\\")]
    [InlineData("a_b")]
    [InlineData("nobody at all")]
    public async Task Search_finds_text_within_names_and_addresses(string text, params string[] expected)
    {
        await SaveUserAsync("Ada Lovelace");
        await SaveUserAsync("Alan Turing");
        await SaveAsync(Make.User("Zoe") with { Mail = "émile@post.example" });
        await SaveGroupAsync("Sales 100%_\\");

        var found = await Ports.Directory.SearchAsync(text, kind: null, new(), Ct);

        Assert.Equal(expected, found.Items.Select(one => one.DisplayName));
    }

    [Fact]
    public async Task Search_without_text_lists_all_of_a_kind_by_name()
    {
        foreach (var name in new[] { "Émile", "ada", "Zoe", "Bea", "Alan" })
        {
            await SaveUserAsync(name);
        }

        await SaveGroupAsync("Group");
        await SaveAsync(Make.User("Bea") with { UserPrincipalName = Make.Name("other.bea@regent.example") });

        var users = await AllAsync(page => Ports.Directory.SearchAsync("", PrincipalKind.User, page, Ct));

        Assert.Equal(["ada", "Alan", "Bea", "Bea", "Zoe", "Émile"], users.Select(one => one.DisplayName));
        Assert.Equal(7, (await Ports.Directory.SearchAsync(null, null, new(), Ct)).Items.Count);
    }

    [Fact]
    public async Task Principals_are_listed_by_kind_name_and_address()
    {
        var ada = await SaveAsync(Make.User("Ada Lovelace") with { Mail = "ada@post.example" });
        var alan = await SaveAsync(Make.User("Ålan Turing") with { Mail = "post@regent.example" });
        var group = await SaveGroupAsync("Adas");
        var all = new PrincipalQuery(PrincipalKind.User);

        Assert.Equal([ada, alan], await ListedAsync(all));
        Assert.Equal([alan, ada], await ListedAsync(all with { Descending = true }));
        Assert.Equal([group], await ListedAsync(new(PrincipalKind.Group)));
        Assert.Equal([alan], await ListedAsync(all with { Ids = [alan.Id] }));
        Assert.Equal([alan], await ListedAsync(all with { DisplayName = new("ålan", IsBeginning: true) }));
        Assert.Empty(await ListedAsync(all with { DisplayName = new("ålan", IsBeginning: false) }));
        Assert.Equal([ada], await ListedAsync(all with { DisplayName = new("ADA lovelace", IsBeginning: false) }));
        Assert.Equal([ada], await ListedAsync(all with { UserPrincipalName = new("ADA.", IsBeginning: true) }));
        Assert.Equal([ada], await ListedAsync(all with { UserPrincipalName = new("Ada.lovelace@regent.EXAMPLE", IsBeginning: false) }));
        Assert.Equal([ada], await ListedAsync(all with { Mail = "ADA@post.example" }));
        Assert.Empty(await ListedAsync(all with { Mail = "da@post.example" }));
        Assert.Empty(await ListedAsync(all with { Mail = "%@post.example" }));
        Assert.Empty(await ListedAsync(all with { DisplayName = new("_da", IsBeginning: true) }));
    }

    [Fact]
    public async Task Principals_are_listed_by_marks_and_by_what_is_found_in_their_names()
    {
        var ada = await SaveAsync(Make.User("Ada Lovelace") with { Mail = "countess@post.example" });
        var alan = await SaveAsync(Make.User("Ålan Turing") with { IsEnabled = false });
        var group = await SaveGroupAsync("Lovers of engines");
        var plain = await SaveAsync(Make.Group("Plain") with { IsRoleAssignable = false, Mail = "plain@post.example" });
        var robot = await SaveAsync(Make.User("Robot") with { Kind = PrincipalKind.ServicePrincipal, UserPrincipalName = null, AppId = Make.NewId() });
        var groups = new PrincipalQuery(PrincipalKind.Group);

        Assert.Equal([ada, group, plain, robot, alan], await ListedAsync(new()));
        Assert.Equal([ada, robot, alan], await ListedAsync(new(PrincipalKind.User, PrincipalKind.ServicePrincipal)));
        Assert.Equal([ada, plain], await ListedAsync(new() { Ids = [plain.Id, ada.Id, new PrincipalId(Make.NewId())] }));
        Assert.Empty(await ListedAsync(new() { Ids = [] }));
        Assert.Equal([robot], await ListedAsync(new() { AppId = robot.AppId }));
        Assert.Equal([group], await ListedAsync(groups with { IsRoleAssignable = true }));
        Assert.Equal([plain], await ListedAsync(groups with { IsRoleAssignable = false }));
        Assert.Equal([plain], await ListedAsync(groups with { HasMail = true }));
        Assert.Equal([group], await ListedAsync(groups with { HasMail = false }));
        Assert.Equal([alan], await ListedAsync(new() { IsEnabled = false }));
        Assert.Equal([ada, group], await ListedAsync(new() { Search = new() { DisplayName = "LOVE" } }));
        Assert.Equal([alan], await ListedAsync(new() { Search = new() { DisplayName = "ålan" } }));
        Assert.Equal([ada, plain], await ListedAsync(new() { Search = new() { Mail = "@POST." } }));
        Assert.Empty(await ListedAsync(new() { Search = new() { Mail = "lovelace" } }));
        Assert.Equal(
            [ada, group, plain],
            await ListedAsync(new() { Search = new() { DisplayName = "engines", UserPrincipalName = "ada.", Mail = "plain" } }));
        Assert.Empty(await ListedAsync(new() { Search = new() { DisplayName = "%" } }));
    }

    [Fact]
    public async Task Principals_are_listed_by_what_ties_them_to_a_group_or_a_role()
    {
        await WriteAsync(ct => Ports.Roles.SaveAsync(GroupRoles.BuiltIn, ct));
        var role = await SaveRoleAsync("Reader");
        var (ada, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"));
        var inner = await SaveGroupAsync("Inner", ada);
        var outer = await SaveGroupAsync("Outer", inner);
        await WriteAsync(ct => Ports.Directory.AddMembershipAsync(new Membership(inner.Id, outer.Id), ct));
        await SaveAsync(Make.Assignment(alan.Id, GroupRoles.Member, Noon, Noon.AddHours(1)) with { Scope = Scope.OfGroup(outer.Id) });
        await SaveAsync(Make.Assignment(alan.Id, GroupRoles.Owner, Noon, Noon.AddHours(1)) with { Scope = Scope.OfGroup(inner.Id) });
        await SaveAsync(Make.Eligibility(ada.Id, GroupRoles.Owner, Noon) with { Scope = Scope.OfGroup(inner.Id) });
        await SaveAsync(Make.Assignment(outer.Id, role.Id, Noon, Noon.AddHours(1)));
        await SaveAsync(Make.Assignment(ada.Id, role.Id, Noon) with { Scope = Make.Unit(Make.NewId()) });

        Task<List<Principal>> AtAsync(PrincipalRelation relation, DateTimeOffset? at = null, PrincipalKind[]? kinds = null) =>
            ListedAsync(new(kinds ?? []) { Relation = relation, At = at ?? Noon });

        Assert.Equal([alan, inner], await AtAsync(new PrincipalRelation.MembersOf(outer.Id, IsTransitive: false)));
        Assert.Equal([ada, alan, inner], await AtAsync(new PrincipalRelation.MembersOf(outer.Id, IsTransitive: true)));
        Assert.Equal([ada, inner], await AtAsync(new PrincipalRelation.MembersOf(outer.Id, IsTransitive: true), Noon.AddHours(1)));
        Assert.Equal([ada, alan], await AtAsync(new PrincipalRelation.MembersOf(outer.Id, IsTransitive: true), Noon, [PrincipalKind.User]));
        Assert.Equal([inner], await AtAsync(new PrincipalRelation.GroupsOf(ada.Id, IsTransitive: false)));
        Assert.Equal([inner, outer], await AtAsync(new PrincipalRelation.GroupsOf(ada.Id, IsTransitive: true)));
        Assert.Equal([outer], await AtAsync(new PrincipalRelation.GroupsOf(inner.Id, IsTransitive: true)));
        Assert.Empty(await AtAsync(new PrincipalRelation.GroupsOf(alan.Id, IsTransitive: true), Noon.AddHours(1)));
        Assert.Equal([alan], await AtAsync(new PrincipalRelation.OwnersOf(inner.Id)));
        Assert.Empty(await AtAsync(new PrincipalRelation.OwnersOf(inner.Id), Noon.AddHours(1)));
        Assert.Equal([outer], await AtAsync(new PrincipalRelation.HoldersOf(role.Id)));
        Assert.Empty(await AtAsync(new PrincipalRelation.HoldersOf(role.Id), Noon.AddMicroseconds(-1)));
    }

    [Theory]
    [InlineData("not a cursor")]
    [InlineData("eyJJZCI6MX0")]
    [InlineData("7B7D")]
    [InlineData("bnVsbA==")]
    public async Task A_cursor_that_cannot_be_read_begins_at_the_start(string cursor)
    {
        var ada = await SaveUserAsync("Ada Lovelace");

        Assert.Equal([ada], (await Ports.Directory.SearchAsync(null, null, new(after: cursor), Ct)).Items);
    }

    [Fact]
    public async Task A_very_long_search_finds_nothing_and_breaks_nothing()
    {
        await SaveUserAsync("Ada Lovelace");

        Assert.Empty((await Ports.Directory.SearchAsync(new string('a', 70_000), null, new(), Ct)).Items);
    }

    [Fact]
    public async Task A_directory_without_users_is_empty()
    {
        Assert.True(await Ports.Directory.IsEmptyAsync(Ct));
        await SaveGroupAsync("Engineers");
        Assert.True(await Ports.Directory.IsEmptyAsync(Ct));
        await SaveUserAsync("Ada Lovelace");
        Assert.False(await Ports.Directory.IsEmptyAsync(Ct));
    }

    private async Task<List<Principal>> ListedAsync(PrincipalQuery query)
    {
        var listed = await AllAsync(page => Ports.Directory.ListAsync(query, page, Ct), size: 1);
        Assert.Equal(listed.Count, await Ports.Directory.CountAsync(query, Ct));
        return listed;
    }
}
