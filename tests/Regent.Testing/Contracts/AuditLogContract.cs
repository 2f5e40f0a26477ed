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
        var entry = Make.Entry(Precise, AuditActivities.ActivationApproved, ada.Id) with
        {
            Result = AuditResult.Timeout,
            Subject = alan.Id,
            Role = role.Id,
            Scope = Make.Unit(Make.NewId()),
            CorrelationId = Make.NewId(),
            Reason = "Because, \"he\" said.",
            Details = new Dictionary<string, string> { ["TicketNumber"] = "INC-1", ["Größe"] = "<b>" },
        };

        await AppendAsync(entry);

        var read = Assert.Single((await Ports.Audit.ListAsync(new(), new(), Ct)).Items);
        Assert.Equal(entry.Details, read.Entry.Details);
        Assert.Equal(entry, read.Entry with { Details = entry.Details });
        Assert.Equal((ada, alan, role), (read.Actor, read.Subject, read.Role));
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

    private static IEnumerable<Guid> Ids(params AuditEntry[] entries) => entries.Select(entry => entry.Id);

    private async Task<IEnumerable<Guid>> IdsOfAsync(AuditQuery query) =>
        (await AllAsync(page => Ports.Audit.ListAsync(query, page, Ct), size: 1)).Select(listing => listing.Entry.Id);

    private Task AppendAsync(params AuditEntry[] entries) => WriteAsync(ct => Ports.Audit.AppendAsync(entries, ct));
}
