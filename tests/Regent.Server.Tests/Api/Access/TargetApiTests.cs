using System.Net;
using System.Text.Json.Nodes;

namespace Regent.Server.Tests.Api.Access;

/// <summary>Targets over Regent's own API, from adding one to removing it.</summary>
public sealed class TargetApiTests(QuietServer server) : IClassFixture<QuietServer>
{
    [Fact]
    public async Task A_target_is_added_mapped_planned_started_and_lands_what_a_role_gives()
    {
        var ada = await TargetClient.OfAsync(server, "ada");
        var alan = await ApiClient.OfAsync(server, "alan");
        var id = await ada.AddedAsync("Web servers");
        Assert.Equal(("new", "PT1H"), (Text(await ada.Api.GetAsync($"{TargetClient.Targets}/{id}"), "state"), Text(await ada.Api.GetAsync($"{TargetClient.Targets}/{id}"), "sweepEvery")));
        Assert.Equal("InvalidTarget", ApiClient.Code(await ada.ActAsync(id, "start", HttpStatusCode.BadRequest)));

        var mapping = await ada.Api.PostAsync($"{TargetClient.Targets}/{id}/mappings", TargetClient.Mapping("User Administrator", "web-admins"));
        await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("User Administrator"));
        var plan = await ada.ActAsync(id, "plan");
        Assert.Equal(["alan"], plan["toGive"]!.AsArray().Select(one => (string)one!["account"]!));
        Assert.Equal("live", Text(await ada.ActAsync(id, "start"), "state"));
        await server.LandAsync(id);

        var line = Assert.Single(await alan.ListAsync($"{TargetClient.Ledger}?principal={alan.Id}&target={id}"))!.AsObject();
        Assert.Equal(("alan", "web-admins", "inEffect"), (Text(line, "account"), Text(line, "entitlement"), Text(line, "state")));
        var seen = await ada.Api.GetAsync($"{TargetClient.Targets}/{id}");
        Assert.Equal(1, (int)seen["ledger"]!["inEffect"]!);
        Assert.Equal("User Administrator", (string)Assert.Single(seen["mappings"]!.AsArray())!["roleDefinitionDisplayName"]!);
        Assert.Equal([id], (await alan.ListAsync("/api/credentials")).Select(one => (string)one!["id"]!));

        await ada.Api.SendAsync(HttpMethod.Delete, $"{TargetClient.Targets}/{id}/mappings/{Text(mapping, "id")}", body: null, HttpStatusCode.NoContent);
        Assert.Equal("InvalidTarget", ApiClient.Code(await ada.Api.SendAsync(HttpMethod.Delete, $"{TargetClient.Targets}/{id}", body: null, HttpStatusCode.BadRequest)));
        await server.LandAsync(id);
        await ada.Api.SendAsync(HttpMethod.Delete, $"{TargetClient.Targets}/{id}", body: null, HttpStatusCode.NoContent);
        Assert.Equal("ResourceNotFound", ApiClient.Code(await ada.Api.GetAsync($"{TargetClient.Targets}/none", HttpStatusCode.NotFound)));
        Assert.Equal("TargetNotFound", ApiClient.Code(await ada.Api.GetAsync($"{TargetClient.Targets}/{id}", HttpStatusCode.NotFound)));
    }

    [Fact]
    public async Task A_certificate_is_issued_for_what_is_held_and_for_nothing_else()
    {
        var ada = await TargetClient.OfAsync(server, "ada");
        var katherine = await ApiClient.OfAsync(server, "katherine");
        var id = await ada.StartedAsync("Bastion", TargetClient.Mapping("Helpdesk Administrator", "helpdesk"));
        var place = $"{TargetClient.Targets}/{id}/credentials";
        var body = new JsonObject { ["publicKey"] = TargetClient.PublicKey };
        Assert.Equal("CredentialNotAvailable", ApiClient.Code(await katherine.PostAsync(place, body, HttpStatusCode.BadRequest)));

        await katherine.PostAsync(ApiClient.AssignmentRequests, katherine.Activation("Helpdesk Administrator"));
        await server.LandAsync(id);
        var credential = await katherine.PostAsync(place, body, HttpStatusCode.OK);

        Assert.StartsWith("ssh-ed25519-cert-v01@openssh.com ", Text(credential, "text"), StringComparison.Ordinal);
        Assert.NotEmpty(Text(credential, "serial"));
        Assert.True((DateTimeOffset)credential["expiresAt"]! <= server.Clock.GetUtcNow().AddHours(2));
        await katherine.PostAsync(place, new JsonObject { ["publicKey"] = "ssh-ed25519 none" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_servers_fetch_is_there_for_everybody_by_name_and_id()
    {
        var ada = await TargetClient.OfAsync(server, "ada");
        var id = await ada.StartedAsync("Key shop", TargetClient.Mapping("Global Reader", "readers"));
        using var nobody = new HttpClient { BaseAddress = new Uri(server.Address) };
        var ct = TestContext.Current.CancellationToken;

        Assert.StartsWith("ecdsa-sha2-", await nobody.GetStringAsync("/ssh/key%20shop/ca.pub", ct), StringComparison.Ordinal);
        Assert.Equal("SSHKRL"u8.ToArray(), (await nobody.GetByteArrayAsync($"/ssh/{id}/krl", ct))[..6]);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/ssh/nowhere/krl", ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync($"/ssh/{id}/id_rsa", ct)).StatusCode);
    }

    [Fact]
    public async Task Settings_change_and_secrets_are_never_shown()
    {
        var ada = await TargetClient.OfAsync(server, "ada");
        using var key = System.Security.Cryptography.RSA.Create(3072);
        var body = TargetClient.Ssh("Own key");
        body["settings"]!["caKey"] = key.ExportPkcs8PrivateKeyPem();
        var added = await ada.Api.PostAsync(TargetClient.Targets, body);

        body["settings"] = new JsonObject { ["maxHours"] = 2 };
        body["version"] = 1;
        body["sweepEvery"] = "PT30M";
        var changed = await ada.Api.SendAsync(HttpMethod.Put, $"{TargetClient.Targets}/{Text(added, "id")}", body, HttpStatusCode.OK);
        var late = await ada.Api.SendAsync(HttpMethod.Put, $"{TargetClient.Targets}/{Text(added, "id")}", body, HttpStatusCode.Conflict);

        Assert.Equal(("2", "PT30M", 2), ((string)changed["settings"]!["maxHours"]!, Text(changed, "sweepEvery"), (int)changed["version"]!));
        Assert.Equal("Conflict", ApiClient.Code(late));
        var whole = await ada.Api.GetAsync($"{TargetClient.Targets}/{Text(added, "id")}");
        Assert.All([added, changed, whole], answer => Assert.DoesNotContain("caKey", answer.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_address_needs_the_secret_again_and_a_word_about_what_was_given_and_begins_anew()
    {
        var ada = await TargetClient.OfAsync(server, "ada");
        var id = Text(await ada.Api.PostAsync(TargetClient.Targets, TargetClient.Webhook("Doors", "https://there.example")), "id");
        await server.PretendAsync(id);
        var body = TargetClient.Webhook("Doors", "https://here.example");
        body["settings"]!.AsObject().Remove("secret");

        Assert.Equal("secret", Text((await PutAsync(HttpStatusCode.BadRequest))["error"]!.AsObject(), "target"));
        body["settings"]!["secret"] = TargetClient.WebhookSecret;
        Assert.Equal("moved", Text((await PutAsync(HttpStatusCode.BadRequest))["error"]!.AsObject(), "target"));
        Assert.Equal("live", Text(await ada.Api.GetAsync($"{TargetClient.Targets}/{id}"), "state"));
        body["moved"] = true;
        Assert.Equal("new", Text(await PutAsync(HttpStatusCode.OK), "state"));
        Assert.Equal(1, (int)(await ada.Api.GetAsync($"{TargetClient.Targets}/{id}"))["ledger"]!["inEffect"]!);

        Task<JsonObject> PutAsync(HttpStatusCode status) => ada.Api.SendAsync(HttpMethod.Put, $"{TargetClient.Targets}/{id}", body.DeepClone().AsObject(), status);
    }

    [Theory]
    [InlineData("""{"kind":"ssh","accounts":"{name}"}""", "name")]
    [InlineData("""{"name":"X","accounts":"{name}"}""", "kind")]
    [InlineData("""{"name":"X","kind":"mainframe","accounts":"{name}"}""", "kind")]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"{who}"}""", "accounts")]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"{name}","settings":{"hours":4}}""", "hours")]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"{name}","settings":{"maxHours":[4]}}""", "settings.maxHours")]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"{name}","settings":{"maxHours":"four"}}""", "maxHours")]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"{name}","sweepEvery":"1h"}""", "sweepEvery")]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"{name}","sweepEvery":"PT1M"}""", "sweepEvery")]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"{name}","version":"one"}""", "version")]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"{name}","moved":"perhaps"}""", "moved")]
    public async Task What_is_wrong_with_a_target_is_named(string body, string member)
    {
        var ada = await TargetClient.OfAsync(server, "ada");

        var refused = await ada.Api.PostTextAsync(TargetClient.Targets, body);

        Assert.Equal(member, (string)refused["error"]!["target"]!);
    }

    [Theory]
    [InlineData("""{"entitlements":["a"]}""", "roleDefinitionId")]
    [InlineData("""{"roleDefinitionId":"user admin","entitlements":["a"]}""", "roleDefinitionId")]
    [InlineData("""{"roleDefinitionId":"fe930be7-5e62-47db-91af-98c3a49a38b1"}""", "entitlements")]
    [InlineData("""{"roleDefinitionId":"fe930be7-5e62-47db-91af-98c3a49a38b1","entitlements":["a"],"scope":"everywhere"}""", "scope")]
    [InlineData("""{"roleDefinitionId":"fe930be7-5e62-47db-91af-98c3a49a38b1","entitlements":["a"],"closeBefore":"soon"}""", "closeBefore")]
    [InlineData("""{"roleDefinitionId":"fe930be7-5e62-47db-91af-98c3a49a38b1","entitlements":["a"],"warnBefore":"PT5M"}""", "warnBefore")]
    public async Task What_is_wrong_with_a_mapping_is_named(string body, string member)
    {
        var ada = await TargetClient.OfAsync(server, "ada");
        var id = await ada.AddedAsync($"For {body.GetHashCode(StringComparison.Ordinal)}");

        var refused = await ada.Api.PostTextAsync($"{TargetClient.Targets}/{id}/mappings", body);

        Assert.Equal(member, (string)refused["error"]!["target"]!);
    }

    [Theory]
    [InlineData("state=lost", "state")]
    [InlineData("failing=perhaps", "failing")]
    [InlineData("target=web", "target")]
    [InlineData("$top=0", "$top")]
    [InlineData("$top=5&$top=6", "$top")]
    [InlineData("$skiptoken=x", "$skiptoken")]
    [InlineData("$filter=state eq 'gone'", "$filter")]
    public async Task An_option_that_is_wrong_is_named(string options, string member)
    {
        var ada = await TargetClient.OfAsync(server, "ada");

        var refused = await ada.Api.GetAsync($"{TargetClient.Ledger}?{options}", HttpStatusCode.BadRequest);

        Assert.Equal(member, (string)refused["error"]!["target"]!);
    }

    [Fact]
    public async Task A_ledger_is_read_page_by_page_and_filtered()
    {
        var ada = await TargetClient.OfAsync(server, "ada");
        var grace = await ApiClient.OfAsync(server, "grace");
        var id = await ada.StartedAsync("Pages", TargetClient.Mapping("Global Reader", "one", "two", "three"));
        var ask = ApiClient.Administration("adminAssign", grace.Id, "Global Reader");
        ask["scheduleInfo"] = new JsonObject { ["expiration"] = new JsonObject { ["type"] = "afterDuration", ["duration"] = "P10D" } };
        await ada.Api.PostAsync(ApiClient.AssignmentRequests, ask);
        await server.LandAsync(id);

        var first = await ada.Api.GetAsync($"{TargetClient.Ledger}?target={id}&principal={grace.Id}&$top=2");
        var rest = await ada.Api.GetAsync(new Uri((string)first["@odata.nextLink"]!).PathAndQuery);

        Assert.Equal(["one", "three", "two"], first["value"]!.AsArray().Concat(rest["value"]!.AsArray()).Select(one => (string)one!["entitlement"]!).Order());
        Assert.Null(rest["@odata.nextLink"]);
        Assert.Single(await ada.Api.ListAsync($"{TargetClient.Ledger}?target={id}&principal={grace.Id}&text=THREE&state=InEffect"));
        Assert.Empty(await ada.Api.ListAsync($"{TargetClient.Ledger}?target={id}&failing=true"));
    }

    private static string Text(JsonObject answer, string member) => (string)answer[member]!;
}
