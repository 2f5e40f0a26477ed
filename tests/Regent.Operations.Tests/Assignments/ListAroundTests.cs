using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Assignments;

/// <summary>Who sees what of resource roles around a place.</summary>
public sealed class ListAroundTests : IDisposable
{
    private static readonly ScheduleQuery All = new(ScheduleKind.Assignment, ScheduleView.InForce, Now: default);

    private readonly Office office = new();
    private readonly Estate estate;

    public ListAroundTests()
    {
        estate = new Estate(office);
        estate.Assign(office.Alan, ResourceRoles.Contributor, estate.Company);
        estate.Assign(office.Barbara, ResourceRoles.Owner, estate.Shop);
        estate.Assign(office.Alan, ResourceRoles.UserAccessAdministrator, estate.Web);
    }

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_sees_a_place_sees_what_counts_there_from_above_and_what_lies_in_it()
    {
        Assert.Equal([estate.Company, estate.Shop, estate.Web], await SeenAsync(office.Barbara, new AroundAsk(estate.Shop)));
        Assert.Equal([estate.Company, estate.Shop], await SeenAsync(office.Barbara, new AroundAsk(estate.Shop) { AndBelow = false }));
        Assert.Equal([estate.Company, estate.Shop, estate.Web], await SeenAsync(office.Barbara, new AroundAsk(estate.Web)));
    }

    [Fact]
    public async Task Who_sees_a_part_of_what_lies_in_a_place_sees_that_part()
    {
        var edsger = office.World.AddUser("Edsger Dijkstra");
        estate.Assign(edsger, ResourceRoles.Reader, estate.Web);

        Assert.Equal([estate.Web, estate.Web], await SeenAsync(edsger, new AroundAsk(estate.Shop)));
        Assert.Equal([estate.Web, estate.Web], await SeenAsync(edsger, new AroundAsk(Scope.Tenant)));
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(edsger, new AroundAsk(estate.Shop) { AndBelow = false })).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(edsger, new AroundAsk(estate.Lab))).Code());
    }

    [Fact]
    public async Task Everybody_sees_their_own_anywhere_also_through_groups()
    {
        var ken = office.World.AddUser("Ken Thompson");
        estate.Assign(estate.Administrators, ResourceRoles.Reader, estate.Lab);
        await office.JoinAsync(estate.Administrators, office.Grace);

        Assert.Equal([estate.Lab], await SeenAsync(office.Grace, new AroundAsk(Scope.Tenant) { AssignedTo = office.Grace.Id }));
        Assert.Empty(await SeenAsync(office.Grace, new AroundAsk(Scope.Tenant) { AssignedTo = office.Grace.Id, Principal = office.Grace.Id }));
        Assert.Empty(await SeenAsync(ken, new AroundAsk(estate.Shop) { Principal = ken.Id }));
        Assert.Equal(
            RefusalCode.AuthorizationRequestDenied, (await ListAsync(ken, new AroundAsk(estate.Shop) { Principal = office.Barbara.Id })).Code());
    }

    [Fact]
    public async Task One_alone_is_shown_to_whose_it_is_and_to_nobody_who_does_not_see_it()
    {
        var (ken, held) = (office.World.AddUser("Ken Thompson"), estate.Assign(office.Grace, ResourceRoles.Reader, estate.Lab));

        Assert.Single((await ListAsync(office.Grace, new AroundAsk(estate.Lab), All with { Id = held.Id })).Done().Items);
        Assert.Empty((await ListAsync(ken, new AroundAsk(estate.Lab), All with { Id = held.Id })).Done().Items);
        Assert.Empty((await ListAsync(office.Barbara, new AroundAsk(estate.Shop), All with { Id = held.Id })).Done().Items);
    }

    [Fact]
    public async Task Whether_a_place_is_there_is_only_for_those_who_see_everything()
    {
        var nowhere = new AroundAsk(Estate.At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000f"));

        Assert.Equal(RefusalCode.InvalidScope, (await ListAsync(office.Ada, nowhere)).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Barbara, nowhere)).Code());
        Assert.Empty(await SeenAsync(office.Barbara, nowhere with { AssignedTo = office.Barbara.Id }));
    }

    private async Task<IEnumerable<Scope>> SeenAsync(Principal who, AroundAsk ask) =>
        (await ListAsync(who, ask)).Done().Items.Select(listing => listing.Schedule.Scope).OrderBy(scope => scope.Kind);

    private Task<Outcome<Page<ScheduleListing>>> ListAsync(Principal who, AroundAsk ask, ScheduleQuery? query = null) =>
        office.The<ListAround>().ExecuteAsync(office.As(who), ask, query ?? All, new PageAsk(), Office.Ct);
}
