using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Principals;
using Regent.Testing;

namespace Regent.Operations.Tests.Principals;

/// <summary>Memberships by themselves, with the ids of both sides.</summary>
public sealed class ImportMembershipsTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_is_in_a_group_joins_once_and_on_record()
    {
        var poets = office.World.AddGroup("Poets", office.Barbara);

        var first = await ImportAsync((poets, office.Ada), (poets, office.Ada), (poets, office.Barbara));
        var again = await ImportAsync((poets, office.Ada), (poets, office.Barbara));

        Assert.Equal([ImportOutcome.Added, ImportOutcome.Unchanged, ImportOutcome.Unchanged], first.Select(line => line.Outcome));
        Assert.Equal("Ada Lovelace in Poets", first[0].Name);
        Assert.All(again, line => Assert.Equal(ImportOutcome.Unchanged, line.Outcome));
        Assert.Equal([poets.Id], await office.World.Directory.DirectGroupsOfAsync(office.Ada.Id, Office.Ct));
        Assert.Equal([$"Regent: {AuditActivities.MemberAdded}"], office.Record);
    }

    [Fact]
    public async Task Who_is_not_in_the_lines_stays_where_they_are()
    {
        var poets = office.World.AddGroup("Poets", office.Barbara);

        await ImportAsync((poets, office.Ada));

        Assert.Equal([poets.Id], await office.World.Directory.DirectGroupsOfAsync(office.Barbara.Id, Office.Ct));
    }

    [Fact]
    public async Task What_cannot_be_in_it_is_refused_and_leaves_the_others()
    {
        var (poets, bards) = (office.World.AddGroup("Poets"), office.World.AddGroup("Bards"));
        var choir = office.World.Add(Make.Group("Choir") with { IsRoleAssignable = false });
        var nobody = Make.User("Nobody");

        var told = await ImportAsync((nobody, office.Ada), (poets, nobody), (choir, choir), (poets, bards), (office.Alan, office.Ada), (choir, bards));

        Assert.Equal(
            [
                $"There is no group {nobody.Id}. Take it over as well.", $"There is no user, group or service principal {nobody.Id}. Take it over as well.",
                "A group cannot be in itself.", "A group that can hold directory roles takes no groups. Add the people in it one by one.",
                $"There is no group {office.Alan.Id}. Take it over as well.", "",
            ],
            told.Select(line => line.Message));
        Assert.Equal([.. Enumerable.Repeat(ImportOutcome.Refused, 5), ImportOutcome.Added], told.Select(line => line.Outcome));
        Assert.Equal([choir.Id], await office.World.Directory.DirectGroupsOfAsync(bards.Id, Office.Ct));
    }

    private Task<IReadOnlyList<ImportLine>> ImportAsync(params (Principal Group, Principal Member)[] wanted) => office.The<ImportMemberships>()
        .ExecuteAsync([.. wanted.Select((one, index) => new MembershipLine(index + 1, new Membership(one.Group.Id, one.Member.Id)))], Office.Ct);
}
