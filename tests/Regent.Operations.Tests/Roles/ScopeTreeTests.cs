using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Roles;
using Regent.Testing;

namespace Regent.Operations.Tests.Roles;

public sealed class ScopeTreeTests : IDisposable
{
    private readonly Office office = new();
    private readonly Estate estate;

    public ScopeTreeTests() => estate = new Estate(office);

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_has_something_at_a_scope_begins_there_and_walks_down()
    {
        estate.MakeEligible(office.Alan, ResourceRoles.Contributor, estate.Shop);
        estate.Assign(office.Alan, ResourceRoles.Reader, estate.Web);
        var all = new ScopeQuery(RoleSystem.Resources);

        Assert.Equal(["Shop"], await NamesAsync(office.Alan, all with { OnlyTop = true }));
        Assert.Equal(["Web"], await NamesAsync(office.Alan, all with { ChildrenOf = estate.Shop }));
        Assert.Equal(["Shop"], await NamesAsync(office.Alan, all with { ChildrenOf = estate.Company }));
        Assert.Equal(["Shop", "Web"], await NamesAsync(office.Alan, all));
        Assert.Empty(await NamesAsync(office.Barbara, all));
        Assert.Equal(["Company"], await NamesAsync(office.Ada, all with { OnlyTop = true }));
    }

    [Fact]
    public async Task A_search_below_a_scope_finds_only_what_one_sees_of_it()
    {
        estate.MakeEligible(office.Alan, ResourceRoles.Contributor, estate.Web);
        var below = new ScopeQuery(RoleSystem.Resources) { Search = "b" };

        Assert.Equal(["Web"], await NamesAsync(office.Alan, below with { Within = [estate.Company] }));
        Assert.Equal(["Web"], await NamesAsync(office.Alan, below with { Within = [estate.Web] }));
        Assert.Empty(await NamesAsync(office.Alan, below with { Within = [estate.Lab] }));
        Assert.Equal(["Lab"], await NamesAsync(office.Ada, below with { Within = [estate.Lab] }));
    }

    [Fact]
    public async Task Listed_scopes_say_what_they_lie_in()
    {
        var listed = await office.The<BrowseScopes>().ExecuteAsync(
            office.As(office.Ada), new ScopeQuery(RoleSystem.Resources), new PageAsk(), Office.Ct);

        Assert.Equal(
            [("Company", null), ("Lab", "Company"), ("Shop", "Company"), ("Web", "Shop")],
            listed.Items.Select(one => (one.Node.DisplayName, one.ParentName)));
    }

    [Fact]
    public async Task A_place_is_shown_with_what_lies_above_as_far_as_the_reader_sees_it()
    {
        estate.Assign(office.Barbara, ResourceRoles.Owner, estate.Shop);

        var whole = (await GetAsync(office.Ada, estate.Web)).Done();
        Assert.Equal(("Company, Shop", true, true), (Names(whole.Above), whole.MayRead, whole.MayManage));
        var part = (await GetAsync(office.Barbara, estate.Web)).Done();
        Assert.Equal(("Shop", true, true), (Names(part.Above), part.MayRead, part.MayManage));
        var read = (await GetAsync(office.Grace, estate.Web)).Done();
        Assert.Equal((true, false), (read.MayRead, read.MayManage));
    }

    [Fact]
    public async Task Who_is_eligible_at_a_place_sees_that_it_is_there_and_not_what_others_hold()
    {
        estate.MakeEligible(office.Alan, ResourceRoles.Contributor, estate.Shop);

        var shop = (await GetAsync(office.Alan, estate.Shop)).Done();
        Assert.Equal((false, false), (shop.MayRead, shop.MayManage));
        Assert.Empty(shop.Above);
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await GetAsync(office.Alan, estate.Lab)).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await GetAsync(office.Alan, Scope.OfGroup(estate.Engineers.Id))).Code());
    }

    [Fact]
    public async Task Whether_something_is_there_is_only_told_to_who_sees_everything()
    {
        var nowhere = Estate.At("/subscriptions/0198f1a2-7c00-7000-8000-0000000000ff");
        var nobody = Scope.OfGroup(new PrincipalId(Make.NewId()));

        Assert.Equal(RefusalCode.InvalidScope, (await GetAsync(office.Ada, nowhere)).Code());
        Assert.Equal(RefusalCode.InvalidScope, (await GetAsync(office.Ada, nobody)).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await GetAsync(office.Alan, nowhere)).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await GetAsync(office.Alan, nobody)).Code());
    }

    [Fact]
    public async Task Places_are_found_by_name_among_those_one_manages_or_sees()
    {
        estate.Assign(office.Barbara, ResourceRoles.Reader, estate.Shop);
        estate.Assign(office.Barbara, ResourceRoles.Owner, estate.Web);

        Assert.Equal(["Shop", "Web"], await FoundAsync(office.Barbara, RoleSystem.Resources, toManage: false));
        Assert.Equal(["Web"], await FoundAsync(office.Barbara, RoleSystem.Resources, toManage: true));
        Assert.Equal(["Lab"], await FoundAsync(office.Ada, RoleSystem.Resources, toManage: true, "la"));
        Assert.Equal(["Administrators"], await FoundAsync(office.Grace, RoleSystem.Groups, toManage: true));
        Assert.Equal(["Administrators", "Engineers"], await FoundAsync(office.Grace, RoleSystem.Groups, toManage: false));
        Assert.Equal([null, "Berlin"], await FoundAsync(office.Grace, RoleSystem.Directory, toManage: true));
        Assert.Equal([null], await FoundAsync(office.Grace, RoleSystem.Directory, toManage: true, "tenant"));
        Assert.Equal(["Berlin"], await FoundAsync(office.Grace, RoleSystem.Directory, toManage: true, "ber"));
        Assert.Empty(await FoundAsync(office.Barbara, RoleSystem.Directory, toManage: false));
    }

    [Fact]
    public async Task A_scope_is_added_once()
    {
        var lab = new ScopeNode(Estate.At($"{estate.Lab}/resourceGroups/tests"), "Tests", estate.Lab);

        Assert.Equal(lab, (await AddAsync(office.Ada, lab)).Done());
        Assert.Contains("already", (await AddAsync(office.Ada, lab with { DisplayName = "Others" })).Message(), StringComparison.Ordinal);
        Assert.Equal("Tests", (await office.World.Scopes.FindAsync(lab.Scope, Office.Ct))!.DisplayName);
    }

    [Fact]
    public async Task Who_manages_the_place_above_adds_below_it_and_nowhere_else()
    {
        estate.Assign(office.Barbara, ResourceRoles.Owner, estate.Lab);
        ScopeNode New(Scope parent) => new(Estate.At($"{parent}/resourceGroups/tests"), "Tests", parent);

        _ = (await AddAsync(office.Barbara, New(estate.Lab))).Done();
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await AddAsync(office.Barbara, New(estate.Shop))).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await AddAsync(office.Alan, New(estate.Lab))).Code());
    }

    private static string Names(IEnumerable<ScopeNode> nodes) => string.Join(", ", nodes.Select(node => node.DisplayName));

    private Task<Outcome<PlaceView>> GetAsync(Principal who, Scope scope) => office.The<GetPlace>().ExecuteAsync(office.As(who), scope, Office.Ct);

    private Task<Outcome<ScopeNode>> AddAsync(Principal who, ScopeNode node) => office.The<AddScope>().ExecuteAsync(office.As(who), node, Office.Ct);

    private async Task<IEnumerable<string>> NamesAsync(Principal who, ScopeQuery query) =>
        (await office.The<ListScopes>().ExecuteAsync(office.As(who), query, new PageAsk(), Office.Ct)).Items.Select(node => node.DisplayName);

    private async Task<IEnumerable<string?>> FoundAsync(Principal who, RoleSystem system, bool toManage, string words = "") =>
        (await office.The<FindPlaces>().ExecuteAsync(office.As(who), system, words, kind: null, toManage, new PageAsk(), Office.Ct))
            .Items.Select(place => place.Name);
}
