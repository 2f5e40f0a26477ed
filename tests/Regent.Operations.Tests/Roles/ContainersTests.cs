using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Roles;
using Regent.Testing;

namespace Regent.Operations.Tests.Roles;

/// <summary>Where somebody finds the scopes at which they have, or could activate, something.</summary>
public sealed class ContainersTests : IDisposable
{
    private readonly Office office = new();
    private readonly Estate estate;

    public ContainersTests()
    {
        estate = new Estate(office);
        estate.MakeEligible(office.Alan, ResourceRoles.Contributor, estate.Web);
    }

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_subscription_is_found_by_who_has_something_in_it()
    {
        Assert.Equal([estate.Shop], await FoundAsync(office.Alan, ScopeKind.Subscription));
        Assert.Equal([estate.Web], await FoundAsync(office.Alan, ScopeKind.ResourceGroup, estate.Shop));
        Assert.Empty(await FoundAsync(office.Alan, ScopeKind.ManagementGroup));
        Assert.Empty(await FoundAsync(office.Barbara, ScopeKind.Subscription));
        Assert.Equal([estate.Lab, estate.Shop], await FoundAsync(office.Ada, ScopeKind.Subscription));
        Assert.Equal(estate.Shop, (await GetAsync(office.Alan, estate.Shop)).Done().Scope);
        Assert.Equal(RefusalCode.InvalidScope, (await GetAsync(office.Alan, estate.Lab)).Code());
        Assert.Equal(RefusalCode.InvalidScope, (await GetAsync(office.Alan, estate.Company)).Code());
    }

    [Fact]
    public async Task Children_are_those_at_which_something_could_be_activated()
    {
        Assert.Equal([estate.Web], await ChildrenAsync(office.Alan, estate.Shop));
        Assert.Empty(await ChildrenAsync(office.Alan, estate.Company));
        Assert.Equal([estate.Web], await ChildrenAsync(office.Alan, estate.Company, allLevels: true));
        Assert.Equal([estate.Web], await ChildrenAsync(office.Alan, Scope.Tenant, allLevels: true));
        Assert.Empty(await ChildrenAsync(office.Barbara, estate.Shop));

        estate.MakeEligible(office.Barbara, ResourceRoles.Reader, estate.Company);

        Assert.Equal([estate.Lab, estate.Shop], await ChildrenAsync(office.Barbara, estate.Company));
        Assert.Equal([estate.Web], await ChildrenAsync(office.Barbara, estate.Company, allLevels: true, ScopeKind.ResourceGroup));
    }

    private async Task<IEnumerable<Scope>> FoundAsync(Principal who, ScopeKind kind, Scope? parent = null) =>
        (await office.The<ListContainers>().ExecuteAsync(office.As(who), kind, parent, new PageAsk(), Office.Ct)).Items.Select(node => node.Scope);

    private Task<Outcome<ScopeNode>> GetAsync(Principal who, Scope scope) => office.The<GetContainer>().ExecuteAsync(office.As(who), scope, Office.Ct);

    private async Task<IEnumerable<Scope>> ChildrenAsync(Principal who, Scope scope, bool allLevels = false, params ScopeKind[] kinds) =>
        (await office.The<ListEligibleChildren>().ExecuteAsync(
            office.As(who), new EligibleChildrenAsk(scope, kinds, allLevels), new PageAsk(), Office.Ct)).Items.Select(node => node.Scope);
}
