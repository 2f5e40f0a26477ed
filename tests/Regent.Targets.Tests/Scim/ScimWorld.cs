using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Scim;

namespace Regent.Targets.Tests.Scim;

/// <summary>Users and groups of one test in the application, looked at from behind.</summary>
public sealed class ScimWorld : IDisposable
{
    public const string Token = "let-regent-in";

    private readonly HttpClient behind;
    private readonly string name;
    private readonly int port;

    private ScimWorld(int port, string name)
    {
        (this.port, this.name) = (port, name);
        behind = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/behind/") };
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ScimWorld> MakeAsync(int port, string name, object manner)
    {
        var world = new ScimWorld(port, name);
        var body = JsonSerializer.SerializeToNode(manner, JsonSerializerOptions.Web)!.AsObject();
        body.TryAdd("credentials", new JsonArray($"Bearer {Token}"));
        (await world.behind.PutAsJsonAsync(name, body, Ct)).EnsureSuccessStatusCode();
        return world;
    }

    public void Dispose() => behind.Dispose();

    /// <summary>The settings that lead here, with others in their place.</summary>
    /// <param name="through">The port of the network in between.</param>
    /// <param name="others">Name and text, in turn.</param>
    public TargetSettings Settings(int? through = null, params string[] others) => new TargetSettings(new Dictionary<string, string>
    {
        ["url"] = $"http://127.0.0.1:{through ?? port}/{name}/scim/v2",
        ["token"] = Token,
        ["timeoutSeconds"] = "2",
    }).With(others.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1])));

    public string TokenUrl => $"http://127.0.0.1:{port}/{name}/token";

    public ITarget Open(params string[] others) => Open(Settings(through: null, others));

    public static ITarget Open(TargetSettings settings)
    {
        Assert.True(AccountTemplate.TryParse("{name}", out var template));
        var target = new Target(new TargetId(Guid.CreateVersion7()), "Wiki", TargetKind.Scim, template, settings, TargetState.Live);
        return Assert.IsType<Outcome<ITarget>.Done>(ScimTargetExtensions.DriverOf(TimeProvider.System).Open(target)).Value;
    }

    /// <summary>Who is in which group, by their ids.</summary>
    public async Task<IReadOnlyList<(string Member, string Group)>> MembersAsync() => [.. (await LookAsync()).GetProperty("groups").EnumerateArray()
        .SelectMany(group => group.GetProperty("members").EnumerateArray()
            .Select(member => (member.GetProperty("value").GetString()!, group.GetProperty("id").GetString()!)))];

    /// <summary>The calls that came in, such as <c>GET /Users</c>.</summary>
    public async Task<IReadOnlyList<string>> CallsAsync() =>
        [.. (await LookAsync()).GetProperty("calls").EnumerateArray().Select(call => Uri.UnescapeDataString(call.GetString()!))];

    public async Task AddAsync(string member, string group) =>
        (await behind.PostAsJsonAsync($"{name}/members", new { member, group }, Ct)).EnsureSuccessStatusCode();

    /// <summary>Has the application behave otherwise from now on.</summary>
    public async Task BehaveAsync(object manner) => (await behind.PatchAsJsonAsync(name, manner, Ct)).EnsureSuccessStatusCode();

    private async Task<JsonElement> LookAsync() => await behind.GetFromJsonAsync<JsonElement>(name, Ct);
}
