using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class AuditLogContract(PortsUnderTest ports) : PortContract(ports)
{
    [Fact]
    public async Task An_entry_reads_back_as_it_was_appended()
    {
        var (ada, alan, role) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"), await SaveRoleAsync("Reader"));
        var unit = new ScopeNode(Make.Unit(Make.NewId()), "Berlin", Parent: null);
        await WriteAsync(ct => Ports.Scopes.SaveManyAsync([unit], ct));
        var entry = Make.Entry(Precise, AuditActivities.ActivationApproved, ada.Id) with
        {
            Result = AuditResult.Timeout,
            Subject = alan.Id,
            Role = role.Id,
            Scope = unit.Scope,
            CorrelationId = Make.NewId(),
            Reason = "Because, \"he\" said.",
            Details = new Dictionary<string, string> { ["TicketNumber"] = "INC-1", ["Größe"] = "<b>" },
        };

        await AppendAsync(entry);

        var read = Assert.Single((await Ports.Audit.ListAsync(new(), new(), Ct)).Items);
        Assert.Equal(entry.Details, read.Entry.Details);
        Assert.Equal(entry, read.Entry with { Details = entry.Details });
        Assert.Equal((ada, alan, role, "Berlin"), (read.Actor, read.Subject, read.Role, read.ScopeName));
    }

    [Fact]
    public async Task An_entry_of_nobody_about_nobody_has_no_names()
    {
        var entry = Make.Entry(Noon) with { Role = new RoleDefinitionId(Make.NewId()), Subject = new PrincipalId(Make.NewId()) };

        await AppendAsync(entry);

        var read = Assert.Single((await Ports.Audit.ListAsync(new(), new(), Ct)).Items);
        Assert.Equal((null, null, null), (read.Actor, read.Subject, read.Role));
        Assert.Empty(read.Entry.Details);
    }

    [Fact]
    public async Task The_newest_come_first_and_what_happened_at_once_in_the_order_it_was_told()
    {
        var atOnce = Enumerable.Range(0, 5).Select(_ => Make.Entry(Noon)).ToArray();
        var later = Make.Entry(Noon.AddMinutes(1));
        var toldLate = Make.Entry(Noon.AddMinutes(-1));
        await AppendAsync(atOnce);
        await AppendAsync(later);
        await AppendAsync(toldLate);

        var listed = await AllAsync(page => Ports.Audit.ListAsync(new(), page, Ct));

        Assert.Equal([later.Id, .. atOnce.Reverse().Select(one => one.Id), toldLate.Id], listed.Select(one => one.Entry.Id));
    }

    [Fact]
    public async Task A_unit_reads_what_it_has_recorded()
    {
        await WriteAsync(async ct =>
        {
            await Ports.Audit.AppendAsync([Make.Entry(Noon)], ct);
            Assert.Single((await Ports.Audit.ListAsync(new(), new(), ct)).Items);
            await Ports.Audit.AppendAsync([Make.Entry(Noon)], ct);
        });

        Assert.Equal(2, (await Ports.Audit.ListAsync(new(), new(), Ct)).Items.Count);
    }

    [Fact]
    public async Task Lists_are_narrowed_by_person_role_activity_story_and_time()
    {
        var (ada, alan) = (new PrincipalId(Make.NewId()), new PrincipalId(Make.NewId()));
        var (role, story) = (new RoleDefinitionId(Make.NewId()), Make.NewId());
        var first = Make.Entry(Noon, AuditActivities.SignedIn, ada);
        var second = Make.Entry(Noon.AddMinutes(1), AuditActivities.TokenIssued, alan) with { Subject = ada, Role = role };
        var third = Make.Entry(Noon.AddMinutes(2), AuditActivities.SignedIn, alan) with { CorrelationId = story, Role = role };
        var fourth = Make.Entry(Noon.AddMinutes(3), AuditActivities.SignedIn, ada) with { Subject = ada, CorrelationId = story };
        await AppendAsync(first, second, third, fourth);

        Assert.Equal(Ids(fourth, second, first), await IdsOfAsync(new() { Involving = ada }));
        Assert.Equal(Ids(third, second), await IdsOfAsync(new() { Involving = alan }));
        Assert.Equal(Ids(third, second), await IdsOfAsync(new() { Role = role }));
        Assert.Equal(Ids(second), await IdsOfAsync(new() { Activity = AuditActivities.TokenIssued }));
        Assert.Equal(Ids(fourth, third), await IdsOfAsync(new() { CorrelationId = story }));
        Assert.Equal(Ids(third, second), await IdsOfAsync(new() { From = Noon.AddMinutes(1), Until = Noon.AddMinutes(3) }));
        Assert.Equal(Ids(second), await IdsOfAsync(new() { Involving = ada, Role = role, From = Noon, Until = Noon.AddHours(1) }));
    }

    [Fact]
    public async Task Lists_are_narrowed_by_actor_target_service_category_and_result()
    {
        var (ada, alan) = (await SaveUserAsync("Ada Lovelace"), await SaveUserAsync("Alan Turing"));
        var (role, unit) = (new RoleDefinitionId(Make.NewId()), Make.NewId());
        var crew = await SaveGroupAsync("Crew");
        var directory = Make.Entry(Noon, AuditActivities.ActivationRequested, ada.Id) with { Role = role, Subject = alan.Id, Scope = Scope.Tenant };
        var atUnit = Make.Entry(Noon.AddMinutes(1), AuditActivities.ActivationApproved, alan.Id) with { Role = role, Scope = Make.Unit(unit) };
        var resource = Make.Entry(Noon.AddMinutes(2), AuditActivities.RoleSettingUpdated, ada.Id) with
        {
            Scope = Make.ScopeAt($"/subscriptions/{Make.NewId()}"),
        };
        var group = Make.Entry(Noon.AddMinutes(3), AuditActivities.ActivationExpired) with { Scope = Scope.OfGroup(crew.Id), Subject = crew.Id };
        var member = Make.Entry(Noon.AddMinutes(4), AuditActivities.MemberAdded, alan.Id) with { Subject = ada.Id, Scope = Scope.OfGroup(crew.Id) };
        var failed = Make.Entry(Noon.AddMinutes(5), AuditActivities.SignInFailed, alan.Id) with { Result = AuditResult.Failure };
        var person = Make.Entry(Noon.AddMinutes(6), AuditActivities.PrincipalAdded) with { Subject = alan.Id };
        await AppendAsync(directory, atUnit, resource, group, member, failed, person);

        Assert.Equal(Ids(resource), await IdsOfAsync(new() { Id = resource.Id }));
        Assert.Empty(await IdsOfAsync(new() { Id = Make.NewId() }));
        Assert.Equal(Ids(failed, atUnit), await IdsOfAsync(new() { Activities = [AuditActivities.SignInFailed, AuditActivities.ActivationApproved] }));
        Assert.Empty(await IdsOfAsync(new() { Activities = [] }));
        Assert.Equal(Ids(resource, directory), await IdsOfAsync(new() { Actor = new(PrincipalKind.User) { Ids = [ada.Id] } }));
        Assert.Equal(
            Ids(failed, member, atUnit), await IdsOfAsync(new() { Actor = new() { UserPrincipalName = new("ALAN.", IsBeginning: true) } }));
        Assert.Equal(Ids(person, directory), await IdsOfAsync(new() { Target = alan.Id.Value }));
        Assert.Equal(Ids(atUnit, directory), await IdsOfAsync(new() { Target = role.Value }));
        Assert.Equal(Ids(member, group), await IdsOfAsync(new() { Target = crew.Id.Value }));
        Assert.Equal(Ids(atUnit), await IdsOfAsync(new() { Target = unit }));
        Assert.Equal(Ids(directory), await IdsOfAsync(new() { Target = alan.Id.Value, Involving = ada.Id }));
        Assert.Equal(Ids(group, resource, atUnit, directory), await IdsOfAsync(new() { Service = AuditService.Pim }));
        Assert.Equal(Ids(person, member), await IdsOfAsync(new() { Service = AuditService.CoreDirectory }));
        Assert.Equal(Ids(failed), await IdsOfAsync(new() { Service = AuditService.AuthenticationMethods }));
        Assert.Equal(Ids(atUnit, directory), await IdsOfAsync(new() { Category = AuditCategory.RoleManagement }));
        Assert.Equal(Ids(resource), await IdsOfAsync(new() { Category = AuditCategory.ResourceManagement }));
        Assert.Equal(Ids(member, group), await IdsOfAsync(new() { Category = AuditCategory.GroupManagement }));
        Assert.Equal(Ids(person), await IdsOfAsync(new() { Category = AuditCategory.UserManagement }));
        Assert.Equal(Ids(failed), await IdsOfAsync(new() { Category = AuditCategory.Authentication }));
        Assert.Equal(Ids(failed), await IdsOfAsync(new() { Result = AuditResult.Failure }));
        Assert.Equal(Ids(group, member), await IdsOfAsync(new() { Target = crew.Id.Value, OldestFirst = true }));
        Assert.Equal(Ids(atUnit, resource, group), await IdsOfAsync(new() { OldestFirst = true, From = Noon.AddMinutes(1), Until = Noon.AddMinutes(4) }));
    }

    [Fact]
    public async Task What_is_left_out_at_the_beginning_is_left_out_of_the_whole()
    {
        var ada = new PrincipalId(Make.NewId());
        var entries = Enumerable.Range(0, 5)
            .Select(minute => Make.Entry(Noon.AddMinutes(minute), AuditActivities.SignedIn, minute % 2 == 0 ? ada : null) with { Subject = ada }).ToArray();
        await AppendAsync(entries);

        var page = await Ports.Audit.ListAsync(new() { Involving = ada }, new PageAsk(2) { Skip = 1 }, Ct);

        Assert.Equal([entries[3].Id, entries[2].Id], page.Items.Select(listing => listing.Entry.Id));
    }

    private static IEnumerable<Guid> Ids(params AuditEntry[] entries) => entries.Select(entry => entry.Id);

    private async Task<IEnumerable<Guid>> IdsOfAsync(AuditQuery query)
    {
        var listed = await AllAsync(page => Ports.Audit.ListAsync(query, page, Ct), size: 1);
        Assert.Equal(listed.Count, await Ports.Audit.CountAsync(query, Ct));
        return listed.Select(listing => listing.Entry.Id);
    }

    private Task AppendAsync(params AuditEntry[] entries) => WriteAsync(ct => Ports.Audit.AppendAsync(entries, ct));
}
