using System.Text.Json;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Api.Access;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Cli;

/// <summary>Targets from the terminal, and waiting until what is activated was seen in them.</summary>
public sealed class TargetsCommandTests : IDisposable
{
    private readonly QuietServer server = new();
    private readonly RemoteCli cli;
    private readonly string folder = Directory.CreateTempSubdirectory("regent-targets-").FullName;

    public TargetsCommandTests() => cli = new RemoteCli(server);

    public void Dispose()
    {
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_target_is_added_from_a_file_planned_started_and_shown()
    {
        var added = await AddAsync("Web servers");
        var early = await cli.RunAsync("ada", "targets", "start", "web");
        var plan = await cli.RunAsync("ada", "targets", "plan", "web");
        var started = await cli.RunAsync("ada", "targets", "start", "WEB SERVERS");
        var show = await cli.RunAsync("ada", "targets", "show", "web");
        var check = await cli.RunAsync("ada", "targets", "check", "web");

        Assert.Equal((0, ""), (added.Exit, added.Error));
        Assert.Equal(1, early.Exit);
        Assert.Equal(["Would be given: none", "Would be taken back: none", "Stands outside, would stay: none", "Not known there: none", "As it should be: 0"], plan.Lines);
        Assert.Equal((0, "Web servers is live."), (started.Exit, Assert.Single(started.Lines)));
        Assert.Contains("  maxHours     4", show.Lines);
        Assert.Contains("  User Administrator  web-admins", show.Lines);
        Assert.Equal(0, check.Exit);
        Assert.All(check.Lines, line => Assert.StartsWith("good  ", line, StringComparison.Ordinal));
        Assert.StartsWith("Web servers  ", Assert.Single((await cli.RunAsync("ada", "targets", "list")).Lines), StringComparison.Ordinal);
        Assert.Equal("Web servers is paused.", Assert.Single((await cli.RunAsync("ada", "targets", "pause", "web")).Lines));
    }

    [Fact]
    public async Task A_target_is_changed_from_a_file_and_one_that_moved_says_that_it_begins_anew()
    {
        await AddAsync("Web servers");
        var hours = await ChangeAsync("web", TargetClient.Ssh("Web servers"));
        await StartedAsync("Bastion");
        var live = await ChangeAsync("bastion", TargetClient.Ssh("Bastion"));
        var doors = await DoorsAsync();
        await server.PretendAsync(doors);
        var refused = await ChangeAsync("doors", TargetClient.Webhook("Doors", "https://here.example"));
        var moved = await ChangeAsync("doors", TargetClient.Webhook("Doors", "https://here.example"), "--moved");

        Assert.Equal((0, "Bastion is changed."), (live.Exit, Assert.Single(live.Lines)));
        Assert.StartsWith("Web servers is changed. Nothing is given there", Assert.Single(hours.Lines), StringComparison.Ordinal);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("Regent gave 1 access in Doors", refused.Error, StringComparison.Ordinal);
        Assert.Equal(
            "Doors is changed. Nothing is given there, and nothing taken back, until you look at the plan and start it: regent targets plan \"Doors\"",
            Assert.Single(moved.Lines));
    }

    [Fact]
    public async Task A_name_that_could_be_several_lists_them_and_one_that_is_none_lists_all()
    {
        await AddAsync("Web north");
        await AddAsync("Web south");

        var several = await cli.RunAsync("ada", "targets", "plan", "web");
        var none = await cli.RunAsync("ada", "targets", "plan", "mail");

        Assert.Equal((2, 2), (several.Exit, none.Exit));
        Assert.All([several, none], ran => Assert.Contains("  Web north\n  Web south", ran.Error.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"{name}","settings":{"caKey":"${REGENT_NO_SUCH}"}}""", 2, "REGENT_NO_SUCH")]
    [InlineData("""["ssh"]""", 2, "not a JSON object")]
    [InlineData("""{"name":"X",""", 2, "not valid JSON")]
    [InlineData("""{"name":"X","mappings":[{"entitlements":"one"}]}""", 2, "mappings")]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"{name}","mappings":[{"role":"nobody","entitlements":["one"]}]}""", 2, "\"nobody\"")]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"everybody"}""", 1, "{name}")]
    [InlineData("""{"name":"X","kind":"ssh","accounts":"{name}","mappings":[{"role":"global reader","entitlements":[]}]}""", 1, "is added, without this mapping")]
    public async Task A_file_that_is_wrong_says_how(string text, int exit, string words)
    {
        var file = Path.Combine(folder, "target.json");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        var ran = await cli.RunAsync("ada", "targets", "add", file);

        Assert.Equal(exit, ran.Exit);
        Assert.Contains(words, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_goes_on_until_what_is_activated_was_seen_and_says_how_far_it_is()
    {
        var target = await StartedAsync("Web servers");
        var waiting = cli.RunAsync("alan", "activate", "user", "--reason", "New starters", "--wait");
        var line = await Eventually.GetAsync(
            async () => (await cli.RunAsync("ada", "targets", "ledger", "web")).Lines.FirstOrDefault(one => one.Contains("provisioning", StringComparison.Ordinal)), "a line of Alan's");
        await server.LandAsync(target);
        var ran = await waiting;

        Assert.StartsWith("alan  web-admins  provisioning", line, StringComparison.Ordinal);
        Assert.Equal(0, ran.Exit);
        Assert.StartsWith("User Administrator  active  until", Assert.Single(ran.Lines), StringComparison.Ordinal);
        Assert.Contains("User Administrator: web-admins seen in Web servers at ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("in effect", Assert.Single((await cli.RunAsync("ada", "targets", "ledger", "web")).Lines), StringComparison.Ordinal);
        Assert.Equal("There is nothing.", Assert.Single((await cli.RunAsync("ada", "targets", "ledger", "web", "--failing")).Lines));
        Assert.Equal("There is nothing.", Assert.Single((await cli.RunAsync("ada", "targets", "drift", "web")).Lines));
        Assert.Equal(0, (await cli.RunAsync("ada", "targets", "sweep", "web")).Exit);
    }

    [Fact]
    public async Task A_certificate_is_fetched_for_what_is_active_and_stands_where_ssh_looks_for_it()
    {
        var target = await StartedAsync("Web servers");
        var key = Path.Combine(folder, "id_ed25519");
        await File.WriteAllTextAsync($"{key}.pub", TargetClient.PublicKey, TestContext.Current.CancellationToken);
        var early = await cli.RunAsync("alan", "ssh", "sign", "--key", key);
        await cli.RunAsync("alan", "activate", "user", "--reason", "New starters");
        await server.LandAsync(target);

        var ran = await cli.RunAsync("alan", "ssh", "sign", "--key", key);
        var there = await cli.RunAsync("alan", "ssh", "sign", "--key", key, "--out", "-", "--target", "web");

        Assert.Equal((2, 0, 0), (early.Exit, ran.Exit, there.Exit));
        Assert.StartsWith("Web servers  until ", Assert.Single(ran.Lines), StringComparison.Ordinal);
        Assert.StartsWith("ssh-ed25519-cert-v01@openssh.com ", await File.ReadAllTextAsync($"{key}-cert.pub", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.StartsWith("ssh-ed25519-cert-v01@openssh.com ", Assert.Single(there.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_gives_up_on_a_system_after_its_time_and_without_waiting_nobody_minds()
    {
        await StartedAsync("Web servers");

        var ran = await cli.RunAsync("alan", "activate", "user", "--reason", "New starters", "--wait", "--timeout", "PT0.3S", "--json");
        var other = await cli.RunAsync("alan", "requests", "--json");

        Assert.Equal(1, ran.Exit);
        using var json = JsonDocument.Parse(ran.Output);
        Assert.Equal("PendingProvisioning", json.RootElement[0].GetProperty("status").GetString());
        Assert.Contains("provisioning in Web servers", ran.Error, StringComparison.Ordinal);
        Assert.Equal(0, other.Exit);
    }

    [Fact]
    public async Task Who_does_not_read_everything_sees_no_targets()
    {
        Assert.Equal(1, (await cli.RunAsync("alan", "targets", "list")).Exit);
        Assert.Equal("There is no target yet. Add one with: regent targets add FILE.json", Assert.Single((await cli.RunAsync("ada", "targets", "list")).Lines));
    }

    private async Task<string> DoorsAsync() =>
        (string)(await (await TargetClient.OfAsync(server, "ada")).Api.PostAsync(TargetClient.Targets, TargetClient.Webhook("Doors", "https://there.example")))["id"]!;

    private async Task<Ran> ChangeAsync(string name, JsonObject body, params string[] options)
    {
        var file = Path.Combine(folder, "change.json");
        await File.WriteAllTextAsync(file, body.ToJsonString(), TestContext.Current.CancellationToken);
        return await cli.RunAsync("ada", ["targets", "change", name, file, .. options]);
    }

    private async Task<string> StartedAsync(string name)
    {
        await AddAsync(name);
        await cli.RunAsync("ada", "targets", "plan", name);
        using var json = JsonDocument.Parse((await cli.RunAsync("ada", "targets", "start", name, "--json")).Output);
        return json.RootElement.GetProperty("id").GetString()!;
    }

    private async Task<Ran> AddAsync(string name)
    {
        var file = Path.Combine(folder, $"{name}.json");
        await File.WriteAllTextAsync(
            file,
            $$"""
            {
              // an authority that needs no server
              "name": "{{name}}", "kind": "ssh", "accounts": "{name}",
              "settings": { "maxHours": 4 },
              "mappings": [{ "role": "user administrator", "entitlements": ["web-admins"] }],
            }
            """,
            TestContext.Current.CancellationToken);
        return await cli.RunAsync("ada", "targets", "add", file);
    }
}
