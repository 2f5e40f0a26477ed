using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Directory;

/// <summary>Principals are put into groups and taken out of them.</summary>
public sealed class GroupMemberTests : IAsyncLifetime
{
    private readonly SampleServer server = new();
    private ApiClient barbara = null!;
    private ApiClient alan = null!;
    private string members = null!;

    public async ValueTask InitializeAsync()
    {
        barbara = await ApiClient.OfAsync(server, "barbara");
        alan = await ApiClient.OfAsync(server, "alan");
        var group = (await alan.ListAsync("/v1.0/groups" + ApiClient.Where("displayName eq 'Database operators'")))[0]!;
        members = $"/v1.0/groups/{group["id"]}/members";
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/directoryObjects/{id}")]
    [InlineData("https://graph.microsoft.com/v1.0/users/{id}/")]
    [InlineData("/directoryObjects('{id}')")]
    [InlineData("{id}")]
    public async Task The_owner_of_a_group_puts_somebody_in_and_takes_them_out(string address)
    {
        await AddAsync(barbara, address.Replace("{id}", alan.Id, StringComparison.Ordinal), HttpStatusCode.NoContent);
        Assert.Equal([alan.Id], (await barbara.ListAsync(members)).Select(one => (string?)one!["id"]));

        var again = await AddAsync(barbara, alan.Id, HttpStatusCode.BadRequest);
        Assert.Equal("Request_BadRequest", ApiClient.Code(again));
        Assert.Contains("added object references already exist", ApiClient.Message(again), StringComparison.Ordinal);

        await RemoveAsync(barbara, alan.Id, HttpStatusCode.NoContent);
        Assert.Empty(await barbara.ListAsync(members));
        Assert.Equal("Request_ResourceNotFound", ApiClient.Code(await RemoveAsync(barbara, alan.Id, HttpStatusCode.NotFound)));
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        Assert.Equal("Authorization_RequestDenied", ApiClient.Code(await AddAsync(alan, alan.Id, HttpStatusCode.Forbidden)));
        Assert.Equal("Authorization_RequestDenied", ApiClient.Code(await RemoveAsync(alan, alan.Id, HttpStatusCode.Forbidden)));
    }

    [Theory]
    [InlineData("{}", "@odata.id")]
    [InlineData("""{"@odata.id":null}""", "@odata.id")]
    [InlineData("""{"@odata.id":"https://graph.microsoft.com/v1.0/directoryObjects/x"}""", "@odata.id")]
    [InlineData("""{"@odata.id":7}""", "['@odata.id']")]
    public async Task What_names_nobody_is_refused_by_name(string body, string target) =>
        Assert.Equal(target, (string?)(await barbara.PostTextAsync($"{members}/$ref", body))["error"]!["target"]);

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    public async Task Who_is_unknown_is_not_found(string id)
    {
        Assert.Equal("Request_ResourceNotFound", ApiClient.Code(await AddAsync(barbara, id, HttpStatusCode.NotFound)));
        Assert.Equal("Request_ResourceNotFound", ApiClient.Code(await RemoveAsync(barbara, id, HttpStatusCode.NotFound)));
        Assert.Equal("Request_ResourceNotFound", ApiClient.Code(await RemoveAsync(barbara, "x", HttpStatusCode.NotFound)));
    }

    private async Task<JsonObject> AddAsync(ApiClient by, string address, HttpStatusCode status) => await by.PostAsync(
        $"{members}/$ref", new JsonObject { ["@odata.id"] = address }, status);

    private async Task<JsonObject> RemoveAsync(ApiClient by, string id, HttpStatusCode status)
    {
        using var response = await by.Http.DeleteAsync($"{members}/{id}/$ref", TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        return status == HttpStatusCode.NoContent ? [] : (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
    }
}
