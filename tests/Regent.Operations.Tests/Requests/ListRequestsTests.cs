using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests.Requests;

public sealed class ListRequestsTests : IDisposable
{
    private readonly FakeWorld world = new();
    private readonly ListRequests operation;
    private readonly Principal alan;
    private readonly Principal ada;
    private readonly RoleDefinition role;

    public ListRequestsTests()
    {
        operation = world.The<ListRequests>();
        alan = world.AddUser("Alan Turing");
        ada = world.AddUser("Ada Lovelace");
        role = world.AddRole("Helpdesk Administrator");
        world.Assign(ada, world.Add(Make.Role("Global Administrator") with { Id = DirectoryRoles.GlobalAdministrator }).Id);
    }

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Everybodys_requests_are_for_readers()
    {
        await AskAsync(alan, role);

        Assert.Single((await DoneAsync(ada, RequestList.All, new RequestQuery())).Items);
        Assert.IsType<Outcome<Page<RequestListing>>.Refused>(await ListAsync(alan, RequestList.All, new RequestQuery()));
    }

    [Fact]
    public async Task Who_asks_for_nothing_but_their_own_needs_no_role()
    {
        await AskAsync(alan, role);
        await AskAsync(ada, role);

        Assert.Equal(alan.Id, Assert.Single((await DoneAsync(alan, RequestList.All, new RequestQuery { Principal = alan.Id })).Items).Principal.Id);
        Assert.IsType<Outcome<Page<RequestListing>>.Refused>(
            await ListAsync(alan, RequestList.All, new RequestQuery { Principal = ada.Id }));
    }

    [Fact]
    public async Task Owners_of_a_group_see_the_requests_about_it()
    {
        var group = Scope.OfGroup(world.AddGroup("Operators").Id);
        foreach (var membership in GroupRoles.BuiltIn)
        {
            world.Add(membership);
        }

        world.Add(Make.Assignment(alan.Id, GroupRoles.Owner, world.Now) with { Scope = group });
        await AskAsync(ada, role);
        var asked = world.Add(Make.Pending(ada.Id, GroupRoles.Member, world.Now) with { Scope = group });
        var query = new RequestQuery { System = RoleSystem.Groups };

        Assert.Equal(asked, Assert.Single((await DoneAsync(alan, RequestList.All, query)).Items).Request);
        Assert.Equal(asked, Assert.Single((await DoneAsync(alan, RequestList.All, query with { Scope = group })).Items).Request);
        Assert.IsType<Outcome<Page<RequestListing>>.Refused>(
            await ListAsync(alan, RequestList.All, query with { Scope = Scope.OfGroup(world.AddGroup("Others").Id) }));
        Assert.IsType<Outcome<Page<RequestListing>>.Refused>(await ListAsync(world.AddUser("Barbara Liskov"), RequestList.All, query));
    }

    [Fact]
    public async Task Only_what_waits_can_be_decided_whatever_else_is_asked()
    {
        await AskAsync(alan, role);

        Assert.Single((await DoneAsync(ada, RequestList.ToDecide, new RequestQuery { Statuses = [RequestStatus.PendingApproval] })).Items);
        Assert.Empty((await DoneAsync(ada, RequestList.ToDecide, new RequestQuery { Statuses = [RequestStatus.Denied] })).Items);
    }

    [Fact]
    public async Task A_list_can_be_of_one_role_and_tell_its_length()
    {
        var other = world.AddRole("Teams Administrator");
        await AskAsync(alan, role);
        await AskAsync(alan, other);
        await AskAsync(ada, other);

        var page = await ListAsync(ada, RequestList.All, new RequestQuery { Role = other.Id }, new PageAsk(1) { WantsTotal = true });

        var found = Assert.IsType<Outcome<Page<RequestListing>>.Done>(page).Value;
        Assert.Equal(ada.Id, Assert.Single(found.Items).Principal.Id);
        Assert.Equal(2, found.Total);
    }

    private Task<ScheduleRequest> AskAsync(Principal who, RoleDefinition what)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return world.Unit.RunAsync(
            async ct =>
            {
                var request = Make.Pending(who.Id, what.Id, world.Now);
                await world.Requests.AddAsync(request, ct);
                return request;
            },
            TestContext.Current.CancellationToken);
    }

    private async Task<Page<RequestListing>> DoneAsync(Principal who, RequestList list, RequestQuery query) =>
        Assert.IsType<Outcome<Page<RequestListing>>.Done>(await ListAsync(who, list, query)).Value;

    private Task<Outcome<Page<RequestListing>>> ListAsync(Principal who, RequestList list, RequestQuery query, PageAsk? page = null) =>
        operation.ExecuteAsync(new Caller(who.Id, MfaAt: null), list, query, page ?? new PageAsk(), TestContext.Current.CancellationToken);
}
