using Microsoft.Graph;
using Microsoft.Graph.DirectoryObjects.GetByIds;
using Microsoft.Graph.Models;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>People, groups and who is in them, read as programs that use the official client library read them.</summary>
public sealed class DirectorySdkTests(SampleServer server) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private GraphServiceClient katherine = null!;
    private string onCall = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        katherine = await server.GraphAsync("katherine");
        onCall = (await GroupsAsync("displayName eq 'On-call engineers'"))[0].Id!;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Who_calls_and_what_they_belong_to()
    {
        var me = await katherine.Me.GetAsync(request => request.QueryParameters.Select = ["id", "userPrincipalName", "jobTitle"], Ct);
        Assert.Equal(("katherine@regent.example", "On-call Engineer", null), (me!.UserPrincipalName, me.JobTitle, me.DisplayName));
        Assert.Equal(onCall, Assert.IsType<Group>(Assert.Single((await katherine.Me.MemberOf.GetAsync(cancellationToken: Ct))!.Value!)).Id);
        Assert.Equal(onCall, Assert.Single((await katherine.Me.TransitiveMemberOf.GraphGroup.GetAsync(cancellationToken: Ct))!.Value!).Id);
        Assert.Equal("ImageNotFound", await GraphSdk.CodeAsync(() => katherine.Me.Photo.Content.GetAsync(cancellationToken: Ct)));
    }

    [Fact]
    public async Task People_are_found_by_name_by_part_of_it_and_by_id()
    {
        var ada = await katherine.Users["ada@regent.example"].GetAsync(cancellationToken: Ct);
        Assert.Equal(("Ada Lovelace", "Chief Technology Officer"), (ada!.DisplayName, ada.JobTitle));
        var found = await katherine.Users.GetAsync(request =>
        {
            request.QueryParameters.Search = "\"displayName:Hop\"";
            request.QueryParameters.Count = true;
            request.QueryParameters.Orderby = ["displayName"];
            request.Headers.Add("ConsistencyLevel", "eventual");
        }, Ct);
        Assert.Equal((1L, "grace@regent.example"), (found!.OdataCount, Assert.Single(found.Value!).UserPrincipalName));
        Assert.Equal(7, await katherine.Users.Count.GetAsync(request => request.Headers.Add("ConsistencyLevel", "eventual"), Ct));

        var objects = await katherine.DirectoryObjects.GetByIds.PostAsGetByIdsPostResponseAsync(
            new GetByIdsPostRequestBody { Ids = [ada.Id!, onCall], Types = ["user", "group"] }, cancellationToken: Ct);
        Assert.Equal(ada.Id, Assert.Single(objects!.Value!.OfType<User>()).Id);
        Assert.Equal("On-call engineers", Assert.Single(objects.Value!.OfType<Group>()).DisplayName);
        Assert.IsType<Group>(await katherine.DirectoryObjects[onCall].GetAsync(cancellationToken: Ct));
    }

    [Fact]
    public async Task Every_person_once_over_all_pages()
    {
        var page = await katherine.Users.GetAsync(request => (request.QueryParameters.Top, request.QueryParameters.Select) = (3, ["id"]), Ct);
        var ids = new List<string?>();

        await PageIterator<User, UserCollectionResponse>.CreatePageIterator(katherine, page!, person =>
        {
            ids.Add(person.Id);
            return true;
        }).IterateAsync(Ct);

        Assert.Equal(7, ids.Distinct().Count());
        Assert.Equal(7, ids.Count);
    }

    [Fact]
    public async Task Groups_with_members_and_owners()
    {
        var group = await katherine.Groups[onCall].GetAsync(request => request.QueryParameters.Expand = ["members"], Ct);
        Assert.Equal((true, "Katherine Johnson"), (group!.IsAssignableToRole, Assert.IsType<User>(Assert.Single(group.Members!)).DisplayName));
        Assert.Equal("Katherine Johnson", Assert.IsType<User>(Assert.Single((await katherine.Groups[onCall].Members.GetAsync(cancellationToken: Ct))!.Value!)).DisplayName);
        Assert.Equal("katherine@regent.example", Assert.Single(
            (await katherine.Groups[onCall].TransitiveMembers.GraphUser.GetAsync(cancellationToken: Ct))!.Value!).UserPrincipalName);
        Assert.Equal(1, await katherine.Groups[onCall].Members.Count.GetAsync(request => request.Headers.Add("ConsistencyLevel", "eventual"), Ct));
        var operators = Assert.Single(await GroupsAsync("startswith(displayName,'Data')"));
        Assert.Equal("Barbara Liskov", Assert.IsType<User>(Assert.Single((await katherine.Groups[operators.Id].Owners.GetAsync(cancellationToken: Ct))!.Value!)).DisplayName);
        Assert.Equal("Request_ResourceNotFound", await GraphSdk.CodeAsync(
            () => katherine.Groups["00000000-0000-0000-0000-000000000001"].GetAsync(cancellationToken: Ct)));
    }

    [Fact]
    public async Task Members_come_and_go()
    {
        var barbara = await server.GraphAsync("barbara");
        var operators = barbara.Groups[Assert.Single(await GroupsAsync("displayName eq 'Database operators'")).Id];
        var edsger = (await server.PersonAsync("edsger")).Id.ToString();

        await operators.Members.Ref.PostAsync(new ReferenceCreate { OdataId = $"https://graph.microsoft.com/v1.0/directoryObjects/{edsger}" }, cancellationToken: Ct);
        Assert.Equal(edsger, Assert.Single((await operators.Members.GetAsync(cancellationToken: Ct))!.Value!).Id);
        await operators.Members[edsger].Ref.DeleteAsync(cancellationToken: Ct);

        Assert.Empty((await operators.Members.GetAsync(cancellationToken: Ct))!.Value!);
    }

    [Fact]
    public async Task Programs_units_roles_and_the_tenant()
    {
        _ = await server.AppAsync("User.Read.All");
        var program = Assert.Single((await katherine.ServicePrincipals.GetAsync(request => request.QueryParameters.Filter = "displayName eq 'Test service'", Ct))!.Value!);
        Assert.Equal(program.Id, (await katherine.ServicePrincipalsWithAppId(program.AppId!).GetAsync(cancellationToken: Ct))!.Id);
        Assert.Equal("Test service", (await katherine.ServicePrincipals[program.Id].GetAsync(cancellationToken: Ct))!.DisplayName);
        Assert.Equal("Berlin office", Assert.Single((await katherine.Directory.AdministrativeUnits.GetAsync(cancellationToken: Ct))!.Value!).DisplayName);
        var role = (await katherine.DirectoryRoles.GetAsync(cancellationToken: Ct))!.Value!.Single(one => one.DisplayName == "Global Reader");
        Assert.Equal("Edsger Dijkstra", Assert.IsType<User>(Assert.Single((await katherine.DirectoryRoles[role.Id].Members.GetAsync(cancellationToken: Ct))!.Value!)).DisplayName);
        var tenant = Assert.Single((await katherine.Organization.GetAsync(cancellationToken: Ct))!.Value!);
        Assert.Equal(tenant.Id, (await katherine.Organization[tenant.Id].GetAsync(cancellationToken: Ct))!.Id);
    }

    private async Task<List<Group>> GroupsAsync(string filter) =>
        (await katherine.Groups.GetAsync(request => request.QueryParameters.Filter = filter, Ct))!.Value!;
}
