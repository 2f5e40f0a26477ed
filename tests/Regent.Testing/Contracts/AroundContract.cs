using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

/// <summary>Lists of schedules and requests around a place: what counts there, and on wish what lies in it.</summary>
public abstract class AroundContract(PortsUnderTest ports) : PortContract(ports)
{
    private static readonly Scope Company = Make.ScopeAt("/providers/Microsoft.Management/managementGroups/company");
    private static readonly Scope Shop = Make.ScopeAt("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a");
    private static readonly Scope Web = Make.ScopeAt($"{Shop}/resourceGroups/web");
    private static readonly Scope Lab = Make.ScopeAt("/subscriptions/0198f1a2-7c00-7000-8000-00000000000b");
    private static readonly Scope Gone = Make.ScopeAt("/subscriptions/0198f1a2-7c00-7000-8000-00000000000c");
    private static readonly Scope[] All = [Company, Shop, Web, Lab, Gone];

    [Fact]
    public async Task Schedules_are_listed_around_a_place()
    {
        var (ada, role) = await PlantAsync();
        foreach (var scope in All)
        {
            await SaveAsync(Make.Eligibility(ada.Id, role.Id, Noon) with { Scope = scope });
        }

        await HoldsAsync(async (around, within) => (await Ports.Schedules.ListAsync(
            new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, Noon) { Around = around, Within = within }, new PageAsk(), Ct))
            .Items.Select(listing => listing.Schedule.Scope));
    }

    [Fact]
    public async Task Requests_are_listed_around_a_place()
    {
        var (ada, role) = await PlantAsync();
        foreach (var scope in All)
        {
            await SaveAsync(Make.Pending(ada.Id, role.Id, Noon) with { Scope = scope });
        }

        await HoldsAsync(async (around, within) => (await Ports.Requests.ListAsync(
            new RequestQuery { Around = around, Within = within }, new PageAsk(), Ct)).Items.Select(listing => listing.Request.Scope));
    }

    [Fact]
    public async Task Requests_are_listed_for_several_principals_and_by_whether_they_asked_for_approval()
    {
        var (ada, role) = await PlantAsync();
        var grace = await SaveUserAsync("Grace Hopper");
        var asked = await SaveAsync(Make.Pending(ada.Id, role.Id, Noon) with { Scope = Shop });
        var given = await SaveAsync(Make.Pending(grace.Id, role.Id, Noon) with { Scope = Shop, Status = RequestStatus.Provisioned, Approval = null });

        Assert.Equal([asked.Id], await IdsAsync(new() { AskedApproval = true }));
        Assert.Equal([given.Id], await IdsAsync(new() { Principals = [grace.Id] }));
        Assert.Equal(2, (await IdsAsync(new() { Principals = [grace.Id, ada.Id] })).Count());
        Assert.Empty(await IdsAsync(new() { Principals = [] }));
        Assert.Empty(await IdsAsync(new() { Principals = [grace.Id], AskedApproval = true }));
    }

    [Fact]
    public async Task Of_what_is_held_of_resources_a_list_knows_the_request_that_made_it()
    {
        var (ada, role) = await PlantAsync();
        var maker = Make.Pending(ada.Id, role.Id, Noon) with { Scope = Shop, Wording = new RequestWording { Condition = "@x == 'y'" } };
        await SaveAsync(maker);
        await SaveAsync(Make.Eligibility(ada.Id, role.Id, Noon) with { Id = new ScheduleId(maker.Id.Value), Scope = Shop });
        await SaveAsync(Make.Eligibility(ada.Id, role.Id, Noon) with { Scope = Lab });

        var found = (await Ports.Schedules.ListAsync(
            new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.Open, Noon), new PageAsk(), Ct)).Items;

        Assert.Equal(maker, found.Single(listing => listing.Schedule.Scope == Shop).Maker);
        Assert.Null(found.Single(listing => listing.Schedule.Scope == Lab).Maker);
    }

    private async Task<(Principal Ada, RoleDefinition Role)> PlantAsync()
    {
        await WriteAsync(ct => Ports.Scopes.SaveManyAsync(
            [
                new ScopeNode(Company, "Company", Parent: null), new ScopeNode(Shop, "Shop", Company), new ScopeNode(Web, "Web", Shop),
                new ScopeNode(Lab, "Lab", Company),
            ],
            ct));
        return (await SaveUserAsync("Ada Lovelace"), await SaveRoleAsync("Reader"));
    }

    private static async Task HoldsAsync(Func<Around, Reach?, Task<IEnumerable<Scope>>> list)
    {
        await HoldsAsync([Company, Shop, Web], new Around(new Place(Shop, [Company]), AndBelow: true), within: null);
        await HoldsAsync([Company, Shop], new Around(new Place(Shop, [Company]), AndBelow: false), within: null);
        await HoldsAsync([Company, Shop, Web, Lab], new Around(new Place(Company, []), AndBelow: true), within: null);
        await HoldsAsync([Company, Shop, Web], new Around(new Place(Web, [Shop, Company]), AndBelow: true), within: null);
        await HoldsAsync([Gone], new Around(new Place(Gone, []), AndBelow: true), within: null);
        await HoldsAsync([Shop, Web], new Around(new Place(Company, []), AndBelow: true), Reach.At(Shop));
        await HoldsAsync([], new Around(Place.Tenant, AndBelow: false), within: null);

        async Task HoldsAsync(Scope[] expected, Around around, Reach? within) =>
            Assert.Equal(expected.ToHashSet(), (await list(around, within)).ToHashSet());
    }

    private async Task<IEnumerable<RequestId>> IdsAsync(RequestQuery query) =>
        (await Ports.Requests.ListAsync(query, new PageAsk(), Ct)).Items.Select(listing => listing.Request.Id);
}
