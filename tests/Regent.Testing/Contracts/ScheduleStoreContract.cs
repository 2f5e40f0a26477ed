using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class ScheduleStoreContract(PortsUnderTest ports) : PortContract(ports)
{
    private static readonly DateTimeOffset Later = Noon.AddHours(1);

    [Fact]
    public async Task A_schedule_reads_back_as_it_was_added()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var eligibility = await SaveAsync(Make.Eligibility(ada.Id, role.Id, Precise));
        var activation = Make.Activation(eligibility, ada.Id, Precise, Precise.AddHours(2)) with
        {
            Scope = Make.Unit(Make.NewId()),
            CreatedAt = Precise.AddMicroseconds(-1),
        };

        await SaveAsync(activation);

        Assert.Equal(eligibility, await Ports.Schedules.FindAsync(eligibility.Id, Ct));
        Assert.Equal(activation, await Ports.Schedules.FindAsync(activation.Id, Ct));
        Assert.Null(await Ports.Schedules.FindAsync(new ScheduleId(Make.NewId()), Ct));
    }

    [Fact]
    public async Task Times_given_in_another_zone_are_the_same_moments()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var kathmandu = Noon.ToOffset(TimeSpan.FromMinutes(345));

        var schedule = await SaveAsync(Make.Eligibility(ada.Id, role.Id, kathmandu, kathmandu.AddHours(1)));

        Assert.Equal(schedule, await Ports.Schedules.FindAsync(schedule.Id, Ct));
        Assert.Single(await Ports.Schedules.OpenOfAsync([ada.Id], ScheduleKind.Eligibility, role: null, kathmandu, Ct));
    }

    [Fact]
    public async Task Ending_writes_when_and_nothing_else()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var schedule = await SaveAsync(Make.Assignment(ada.Id, role.Id, Noon));
        var ended = schedule.End(Later) with { CreatedAt = Later };

        await WriteAsync(ct => Ports.Schedules.UpdateAsync(ended, ct));

        var read = await Ports.Schedules.FindAsync(schedule.Id, Ct);
        Assert.Equal(schedule with { EndedAt = Later }, read);
        Assert.Single(await OpenAsync(ada, Later.AddMicroseconds(-1)));
        Assert.Empty(await OpenAsync(ada, Later));
    }

    [Fact]
    public async Task Open_are_those_in_force_or_to_come_of_these_principals()
    {
        var (ada, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"));
        var (reader, writer) = (await SaveRoleAsync("Reader"), await SaveRoleAsync("Writer"));
        var running = await SaveAsync(Make.Assignment(ada.Id, reader.Id, Noon));
        var coming = await SaveAsync(Make.Assignment(ada.Id, writer.Id, Noon.AddDays(1), Noon.AddDays(2)));
        await SaveAsync(Make.Assignment(ada.Id, reader.Id, Noon.AddHours(-2), Later));
        await SaveAsync(Make.Eligibility(ada.Id, reader.Id, Noon));
        var others = await SaveAsync(Make.Assignment(alan.Id, reader.Id, Noon));

        Assert.Equal(Ids(running, coming), Ids(await OpenAsync(ada, Later)));
        Assert.Equal(
            Ids(running, others), Ids(await Ports.Schedules.OpenOfAsync([ada.Id, alan.Id], ScheduleKind.Assignment, reader.Id, Later, Ct)));
        Assert.Empty(await Ports.Schedules.OpenOfAsync([], ScheduleKind.Assignment, null, Later, Ct));
    }

    [Fact]
    public async Task Holders_are_whoever_holds_one_of_the_roles_at_the_moment()
    {
        var (ada, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"));
        var (reader, writer, guest) = (await SaveRoleAsync("Reader"), await SaveRoleAsync("Writer"), await SaveRoleAsync("Guest"));
        var first = await SaveAsync(Make.Assignment(ada.Id, reader.Id, Later));
        var second = await SaveAsync(Make.Assignment(alan.Id, writer.Id, Noon, Later.AddMicroseconds(1)));
        await SaveAsync(Make.Assignment(alan.Id, reader.Id, Noon, Later));
        await SaveAsync(Make.Assignment(alan.Id, reader.Id, Later.AddMicroseconds(1)));
        await SaveAsync(Make.Assignment(alan.Id, guest.Id, Noon));
        await SaveAsync(Make.Eligibility(alan.Id, reader.Id, Noon));

        Assert.Equal(Ids(first, second), Ids(await Ports.Schedules.HoldersAsync([reader.Id, writer.Id], Later, Ct)));
        Assert.Empty(await Ports.Schedules.HoldersAsync([], Later, Ct));
    }

    [Fact]
    public async Task What_is_in_force_at_some_scopes_is_found_whatever_its_kind()
    {
        var (ada, reader, writer) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"), await SaveRoleAsync("Writer"));
        var (here, there) = (Make.ScopeAt("/subscriptions/00000000-0000-0000-0000-000000000001"), Make.ScopeAt("/subscriptions/00000000-0000-0000-0000-000000000002"));
        var held = await SaveAsync(Make.Assignment(ada.Id, reader.Id, Noon) with { Scope = here });
        var eligible = await SaveAsync(Make.Eligibility(ada.Id, reader.Id, Noon) with { Scope = here });
        await SaveAsync(Make.Assignment(ada.Id, writer.Id, Noon) with { Scope = here });
        await SaveAsync(Make.Assignment(ada.Id, reader.Id, Noon) with { Scope = there });
        await SaveAsync(Make.Assignment(ada.Id, reader.Id, Noon, Later) with { Scope = here });
        await SaveAsync(Make.Assignment(ada.Id, reader.Id, Later.AddMicroseconds(1)) with { Scope = here });

        Assert.Equal(Ids(held, eligible), Ids(await Ports.Schedules.InForceAtAsync([reader.Id], [here, Scope.Tenant], Later, Ct)));
        Assert.Empty(await Ports.Schedules.InForceAtAsync([reader.Id], [], Later, Ct));
    }

    [Fact]
    public async Task Activations_are_found_by_the_eligibility_they_rest_on()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var eligibility = await SaveAsync(Make.Eligibility(ada.Id, role.Id, Noon));
        var other = await SaveAsync(Make.Eligibility(ada.Id, role.Id, Noon));
        var running = await SaveAsync(Make.Activation(eligibility, ada.Id, Noon, Later.AddHours(1)));
        var planned = await SaveAsync(Make.Activation(eligibility, ada.Id, Noon.AddDays(1), Noon.AddDays(2)));
        await SaveAsync(Make.Activation(eligibility, ada.Id, Noon, Later));
        await SaveAsync(Make.Activation(other, ada.Id, Noon, Later.AddHours(1)));

        Assert.Equal(Ids(running, planned), Ids(await Ports.Schedules.ActivationsUsingAsync(eligibility.Id, Later, Ct)));
    }

    [Fact]
    public async Task The_last_activation_is_the_one_that_ended_last()
    {
        var (ada, role, other) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"), await SaveRoleAsync("Writer"));
        var eligibility = await SaveAsync(Make.Eligibility(ada.Id, role.Id, Noon));
        var elsewhere = await SaveAsync(Make.Eligibility(ada.Id, other.Id, Noon));
        Assert.Null(await Ports.Schedules.LastActivationAsync(ada.Id, role.Id, Later, Ct));

        var last = await SaveAsync(Make.Activation(eligibility, ada.Id, Noon.AddHours(-3), Noon.AddHours(-1)));
        await SaveAsync(Make.Activation(eligibility, ada.Id, Noon.AddHours(-2), Noon.AddHours(-1.5)));
        await SaveAsync(Make.Activation(eligibility, ada.Id, Noon, Later.AddHours(1)));
        await SaveAsync(Make.Activation(eligibility, ada.Id, Later, Later.AddHours(1)).End(Noon));
        await SaveAsync(Make.Activation(elsewhere, ada.Id, Noon, Later));
        await SaveAsync(Make.Assignment(ada.Id, role.Id, Noon, Later));

        Assert.Equal(last, await Ports.Schedules.LastActivationAsync(ada.Id, role.Id, Later, Ct));
    }

    [Theory]
    [InlineData(ScheduleView.InForce, "running", "endless")]
    [InlineData(ScheduleView.Open, "running", "endless", "coming")]
    [InlineData(ScheduleView.Planned, "coming")]
    [InlineData(ScheduleView.Over, "past", "stopped", "just over")]
    public async Task Views_divide_by_the_place_in_time(ScheduleView view, params string[] expected)
    {
        var ada = await SaveUserAsync("Ada Lovelace");
        await PlanAsync("past", Noon.AddHours(-2), Noon);
        await PlanAsync("just over", Noon.AddHours(-2), Later);
        await PlanAsync("running", Later, Later.AddHours(1));
        await PlanAsync("endless", Noon, null);
        await PlanAsync("stopped", Noon, null, endedAt: Later);
        await PlanAsync("coming", Later.AddMicroseconds(1), null);
        await PlanAsync("called off", Later.AddHours(1), null, endedAt: Noon);

        var query = new ScheduleQuery(ScheduleKind.Assignment, view, Later);
        var found = await Ports.Schedules.ListAsync(query, new(), Ct);

        Assert.Equal(expected.Order(), found.Items.Select(item => item.Role.DisplayName).Order());
        Assert.Equal(expected.Length, await Ports.Schedules.CountAsync(query, Ct));

        async Task PlanAsync(string role, DateTimeOffset start, DateTimeOffset? end, DateTimeOffset? endedAt = null) =>
            await SaveAsync(Make.Assignment(ada.Id, (await SaveRoleAsync(role)).Id, start, end) with { EndedAt = endedAt });
    }

    [Theory]
    [InlineData(ScheduleSort.Role, "Ada:auditor", "Zoe:Backup", "Ada:Backup", "bob:Client")]
    [InlineData(ScheduleSort.Principal, "Ada:auditor", "Ada:Backup", "bob:Client", "Zoe:Backup")]
    [InlineData(ScheduleSort.Start, "bob:Client", "Zoe:Backup", "Ada:auditor", "Ada:Backup")]
    [InlineData(ScheduleSort.End, "Ada:auditor", "bob:Client", "Zoe:Backup", "Ada:Backup")]
    [InlineData(ScheduleSort.Created, "bob:Client", "Zoe:Backup", "Ada:auditor", "Ada:Backup")]
    public async Task Lists_are_sorted_both_ways_and_continue_where_they_stopped(ScheduleSort sort, params string[] expected)
    {
        await SaveSomeAsync();
        var query = new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, Noon) { Sort = sort };

        foreach (var size in new[] { 1, 2, 3, 50 })
        {
            var up = await AllAsync(page => Ports.Schedules.ListAsync(query, page, Ct), size);
            var down = await AllAsync(page => Ports.Schedules.ListAsync(query with { Descending = true }, page, Ct), size);

            Assert.Equal(expected, up.Select(Text));
            Assert.Equal(expected.Reverse(), down.Select(Text));
        }
    }

    [Fact]
    public async Task A_list_carries_whole_names()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var schedule = await SaveAsync(Make.Eligibility(ada.Id, role.Id, Noon));

        var query = new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, Noon);

        Assert.Equal([new ScheduleListing(schedule, ada, role)], (await Ports.Schedules.ListAsync(query, new(), Ct)).Items);
    }

    [Theory]
    [InlineData("ZOE", "Zoe:Backup")]
    [InlineData("backUP", "Ada:Backup", "Zoe:Backup")]
    [InlineData("ada@", "Ada:auditor", "Ada:Backup")]
    [InlineData("post.example")]
    [InlineData("%")]
    [InlineData("  ", "Ada:auditor", "Ada:Backup", "bob:Client", "Zoe:Backup")]
    public async Task Search_finds_text_within_the_names_of_person_and_role(string text, params string[] expected)
    {
        await SaveSomeAsync();
        var query = new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, Noon) { Search = text };

        var found = await AllAsync(page => Ports.Schedules.ListAsync(query, page, Ct));

        Assert.Equal(expected, found.Select(Text).Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal(expected.Length, await Ports.Schedules.CountAsync(query, Ct));
    }

    [Theory]
    [InlineData("BACKUP", false, null, false, "Ada:Backup", "Zoe:Backup")]
    [InlineData("back", true, null, false, "Ada:Backup", "Zoe:Backup")]
    [InlineData("back", false, null, false)]
    [InlineData(null, false, "aDa", false, "Ada:auditor", "Ada:Backup")]
    [InlineData("Backup", false, "z", true, "Zoe:Backup")]
    [InlineData("%", true, null, false)]
    public async Task Names_are_met_in_full_or_by_their_beginning(
        string? role, bool roleBegins, string? person, bool personBegins, params string[] expected)
    {
        await SaveSomeAsync();
        var query = new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, Noon)
        {
            RoleName = role is null ? null : new TextMatch(role, roleBegins),
            PrincipalName = person is null ? null : new TextMatch(person, personBegins),
        };

        var found = await AllAsync(page => Ports.Schedules.ListAsync(query, page, Ct));

        Assert.Equal(expected, found.Select(Text).Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal(expected.Length, await Ports.Schedules.CountAsync(query, Ct));
    }

    [Fact]
    public async Task Some_are_found_with_their_names_whatever_their_place_in_time()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var past = await SaveAsync(Make.Eligibility(ada.Id, role.Id, Noon.AddDays(-2), Noon.AddDays(-1)));
        var called = await SaveAsync(Make.Assignment(ada.Id, role.Id, Noon.AddDays(1)).End(Noon));
        await SaveAsync(Make.Assignment(ada.Id, role.Id, Noon));

        var found = await Ports.Schedules.FindListingsAsync([past.Id, called.Id, past.Id, new ScheduleId(Make.NewId())], Ct);

        Assert.Equal(
            new[] { new ScheduleListing(past, ada, role), new ScheduleListing(called, ada, role) }.OrderBy(one => one.Schedule.Id.Value),
            found.OrderBy(one => one.Schedule.Id.Value));
        Assert.Empty(await Ports.Schedules.FindListingsAsync([], Ct));
    }

    [Fact]
    public async Task Lists_are_narrowed_by_principal_role_scope_and_type()
    {
        var (ada, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"));
        var (reader, writer) = (await SaveRoleAsync("Reader"), await SaveRoleAsync("Writer"));
        var unit = Make.Unit(Make.NewId());
        var eligibility = await SaveAsync(Make.Eligibility(ada.Id, reader.Id, Noon));
        var assigned = await SaveAsync(Make.Assignment(ada.Id, reader.Id, Noon));
        var activated = await SaveAsync(Make.Activation(eligibility, ada.Id, Noon, Later));
        var inUnit = await SaveAsync(Make.Assignment(alan.Id, writer.Id, Noon) with { Scope = unit });

        var all = new ScheduleQuery(ScheduleKind.Assignment, ScheduleView.Open, Noon);
        Assert.Equal(Ids(assigned, activated, inUnit), await IdsOfAsync(all));
        Assert.Equal(Ids(inUnit), await IdsOfAsync(all with { Principals = [alan.Id] }));
        Assert.Equal(Ids(assigned, activated), await IdsOfAsync(all with { Role = reader.Id }));
        Assert.Equal(Ids(assigned, activated), await IdsOfAsync(all with { Scope = Scope.Tenant }));
        Assert.Equal(Ids(inUnit), await IdsOfAsync(all with { Scope = unit }));
        Assert.Equal(Ids(activated), await IdsOfAsync(all with { Type = AssignmentType.Activated }));
        Assert.Empty(await IdsOfAsync(all with { Principals = [] }));
        Assert.Equal(Ids(eligibility), await IdsOfAsync(all with { Kind = ScheduleKind.Eligibility }));
    }

    [Fact]
    public async Task Lists_are_narrowed_to_scopes_and_what_lies_below_them()
    {
        var (ada, role) = (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
        var company = Node("/providers/Microsoft.Management/managementGroups/company", parent: null);
        var shop = Node("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a", company);
        var web = Node($"{shop.Scope}/resourceGroups/Web", shop);
        var lab = Node("/subscriptions/0198f1a2-7c00-7000-8000-00000000000b", company);
        var gone = Node("/subscriptions/0198f1a2-7c00-7000-8000-00000000000c", company);
        await WriteAsync(ct => Ports.Scopes.SaveManyAsync([company, shop, web, lab], ct));
        Task<Schedule> GiveAsync(ScopeNode node) => SaveAsync(Make.Assignment(ada.Id, role.Id, Noon) with { Scope = node.Scope });
        var (atCompany, atShop, atWeb) = (await GiveAsync(company), await GiveAsync(shop), await GiveAsync(web));
        var (atLab, atGone) = (await GiveAsync(lab), await GiveAsync(gone));
        var tenantWide = await SaveAsync(Make.Assignment(ada.Id, role.Id, Noon));

        var all = new ScheduleQuery(ScheduleKind.Assignment, ScheduleView.Open, Noon);
        Assert.Equal(Ids(atShop, atWeb), await IdsOfAsync(all with { Within = Reach.At(shop.Scope) }));
        Assert.Equal(Ids(atCompany, atShop, atWeb, atLab), await IdsOfAsync(all with { Within = Reach.At(company.Scope) }));
        Assert.Equal(Ids(atWeb, atLab), await IdsOfAsync(all with { Within = new Reach([web.Scope, lab.Scope]) }));
        Assert.Equal(Ids(atGone), await IdsOfAsync(all with { Within = Reach.At(gone.Scope) }));
        Assert.Equal(Ids(tenantWide), await IdsOfAsync(all with { Within = Reach.At(Scope.Tenant) }));
        Assert.Empty(await IdsOfAsync(all with { Within = Reach.Nowhere }));
        Assert.Equal(6, (await IdsOfAsync(all with { Within = Reach.Everywhere })).Count());

        await WriteAsync(ct => Ports.Scopes.SaveManyAsync([lab with { Parent = null }], ct));
        Assert.DoesNotContain(atLab.Id.Value, await IdsOfAsync(all with { Within = Reach.At(company.Scope) }));
    }

    [Fact]
    public async Task Lists_are_narrowed_to_groups_and_to_kinds_of_groups()
    {
        await WriteAsync(ct => Ports.Roles.SaveAsync(GroupRoles.BuiltIn, ct));
        var ada = await SaveUserAsync("Ada Lovelace");
        var privileged = await GiveInAsync(ada, "Administrators", isRoleAssignable: true);
        var ordinary = await GiveInAsync(ada, "Engineers", isRoleAssignable: false);
        var other = await GiveInAsync(ada, "Drivers", isRoleAssignable: false);

        var all = new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, Noon) { System = RoleSystem.Groups };
        Assert.Equal(Ids(ordinary, other), await IdsOfAsync(all with { Within = Reach.Nowhere with { OrdinaryGroups = true } }));
        Assert.Equal(Ids(privileged), await IdsOfAsync(all with { Within = Reach.Nowhere with { RoleAssignableGroups = true } }));
        Assert.Equal(Ids(ordinary), await IdsOfAsync(all with { Within = Reach.At(ordinary.Scope) }));
        Assert.Equal(
            Ids(ordinary, privileged), await IdsOfAsync(all with { Within = Reach.At(ordinary.Scope) with { RoleAssignableGroups = true } }));
        Assert.Equal(
            Ids(ordinary, other, privileged),
            await IdsOfAsync(all with { Within = Reach.Nowhere with { OrdinaryGroups = true, RoleAssignableGroups = true } }));
        Assert.Equal(Ids(other), await IdsOfAsync(all with { Id = other.Id }));
    }

    [Fact]
    public async Task Holders_are_counted_by_scope_role_and_kind_each_person_once()
    {
        await WriteAsync(ct => Ports.Roles.SaveAsync(GroupRoles.BuiltIn, ct));
        var (ada, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"));
        var (engineers, drivers) = (Scope.OfGroup((await SaveGroupAsync("Engineers")).Id), Scope.OfGroup((await SaveGroupAsync("Drivers")).Id));
        await SaveAsync(Make.Eligibility(ada.Id, GroupRoles.Member, Noon) with { Scope = engineers });
        await SaveAsync(Make.Eligibility(alan.Id, GroupRoles.Member, Noon, Later) with { Scope = engineers });
        await SaveAsync(Make.Eligibility(ada.Id, GroupRoles.Member, Noon.AddMinutes(1), Later) with { Scope = engineers });
        await SaveAsync(Make.Assignment(alan.Id, GroupRoles.Owner, Noon) with { Scope = engineers });
        await SaveAsync(Make.Assignment(alan.Id, GroupRoles.Owner, Noon) with { Scope = drivers });

        var counted = await Ports.Schedules.CountHoldersAsync([engineers], Noon.AddMinutes(2), Ct);
        Assert.Equal(
            [(GroupRoles.Member, ScheduleKind.Eligibility, 2), (GroupRoles.Owner, ScheduleKind.Assignment, 1)],
            counted.OrderByDescending(count => count.Count).Select(count => (count.Role, count.Kind, count.Count)));
        Assert.All(counted, count => Assert.Equal(engineers, count.Scope));
        Assert.Equal([1, 1], (await Ports.Schedules.CountHoldersAsync([engineers], Later, Ct)).Select(count => count.Count));
        Assert.Empty(await Ports.Schedules.CountHoldersAsync([], Noon, Ct));
    }

    [Fact]
    public async Task A_new_name_moves_what_is_sorted_by_it()
    {
        var (ada, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"));
        var (reader, writer) = (await SaveRoleAsync("Reader"), await SaveRoleAsync("Writer"));
        await SaveAsync(Make.Assignment(ada.Id, reader.Id, Noon));
        await SaveAsync(Make.Assignment(alan.Id, writer.Id, Noon));

        await SaveAsync(ada with { DisplayName = "Zoe Lovelace" });
        await WriteAsync(ct => Ports.Roles.SaveAsync([reader with { DisplayName = "Zoo Keeper" }], ct));

        var query = new ScheduleQuery(ScheduleKind.Assignment, ScheduleView.Open, Noon);
        foreach (var sort in new[] { ScheduleSort.Principal, ScheduleSort.Role })
        {
            var listed = await AllAsync(page => Ports.Schedules.ListAsync(query with { Sort = sort }, page, Ct), size: 1);
            Assert.Equal(["Alan Turing:Writer", "Zoe Lovelace:Zoo Keeper"], listed.Select(Text));
        }

        Assert.Equal(1, await Ports.Schedules.CountAsync(query with { Search = "zoo keeper" }, Ct));
        Assert.Equal(0, await Ports.Schedules.CountAsync(query with { Search = "Reader" }, Ct));
    }

    private static ScopeNode Node(string path, ScopeNode? parent) =>
        new(Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path)), path, parent?.Scope);

    private async Task<Schedule> GiveInAsync(Principal member, string name, bool isRoleAssignable)
    {
        var group = await SaveAsync(Make.Group(name) with { IsRoleAssignable = isRoleAssignable });
        return await SaveAsync(Make.Eligibility(member.Id, GroupRoles.Member, Noon) with { Scope = Scope.OfGroup(group.Id) });
    }

    private static string Text(ScheduleListing listing) => $"{listing.Principal.DisplayName}:{listing.Role.DisplayName}";

    private static IEnumerable<Guid> Ids(params IEnumerable<Schedule> schedules) => schedules.Select(one => one.Id.Value).Order();

    private async Task<IEnumerable<Guid>> IdsOfAsync(ScheduleQuery query)
    {
        var found = await Ports.Schedules.ListAsync(query, new(), Ct);
        Assert.Equal(found.Items.Count, await Ports.Schedules.CountAsync(query, Ct));
        return Ids(found.Items.Select(listing => listing.Schedule));
    }

    private Task<IReadOnlyList<Schedule>> OpenAsync(Principal principal, DateTimeOffset now) =>
        Ports.Schedules.OpenOfAsync([principal.Id], ScheduleKind.Assignment, role: null, now, Ct);

    private async Task SaveSomeAsync()
    {
        var (zoe, ada, bob) = (await SaveUserAsync("Zoe"), await SaveUserAsync("Ada"), await SaveUserAsync("bob"));
        await SaveAsync(bob with { Mail = "bob@post.example" });
        var (backup, auditor, client) = (await SaveRoleAsync("Backup"), await SaveRoleAsync("auditor"), await SaveRoleAsync("Client"));
        var ids = Enumerable.Range(0, 4).Select(_ => Make.NewId()).Order().ToArray();
        await SaveAsync(Make.Eligibility(zoe.Id, backup.Id, Noon.AddHours(2), Noon.AddDays(3)) with { Id = new ScheduleId(ids[0]) });
        await SaveAsync(Make.Eligibility(ada.Id, auditor.Id, Noon.AddHours(3), Noon.AddDays(1)) with { Id = new ScheduleId(ids[1]) });
        await SaveAsync(Make.Eligibility(ada.Id, backup.Id, Noon.AddHours(4)) with { Id = new ScheduleId(ids[2]) });
        await SaveAsync(Make.Eligibility(bob.Id, client.Id, Noon.AddHours(1), Noon.AddDays(2)) with { Id = new ScheduleId(ids[3]) });
    }
}
