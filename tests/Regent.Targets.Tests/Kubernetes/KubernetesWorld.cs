using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using k8s;
using k8s.Models;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Targets.Kubernetes;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Kubernetes;

/// <summary>Roles and bindings of one test, looked at from behind.</summary>
public sealed partial class KubernetesWorld : IDisposable
{
    public const string Token = "let-regent-in";

    private const string Group = "rbac.authorization.k8s.io";

    private readonly HttpClient behind;
    private readonly string name;
    private readonly int port;

    private KubernetesWorld(int port, string name)
    {
        (this.port, this.name) = (port, name);
        behind = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/behind/") };
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<KubernetesWorld> MakeAsync(int port, string name, params string[] bound)
    {
        var world = new KubernetesWorld(port, name);
        var rules = JsonSerializer.Deserialize<JsonElement>(KubernetesJson.Serialize(RulesOfTheGuide(bound)));
        (await world.behind.PutAsJsonAsync(name, new { token = Token, bindings = new[] { new { rules } } }, Ct)).EnsureSuccessStatusCode();
        return world;
    }

    public void Dispose() => behind.Dispose();

    public TargetSettings Settings(int? through = null, params string[] others) => new TargetSettings(new Dictionary<string, string>
    {
        ["server"] = $"http://127.0.0.1:{through ?? port}/{name}",
        ["token"] = Token,
        ["timeoutSeconds"] = "2",
    }).With(others.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1])));

    public ITarget Open(params string[] others) => Open(Settings(through: null, others));

    public static ITarget Open(TargetSettings settings)
    {
        Assert.True(AccountTemplate.TryParse("{upn}", out var template));
        var target = new Target(new TargetId(Guid.CreateVersion7()), "Cluster", TargetKind.Kubernetes, template, settings, TargetState.Live);
        return Assert.IsType<Outcome<ITarget>.Done>(KubernetesTargetExtensions.DriverOf(TimeProvider.System).Open(target)).Value;
    }

    public Task AddRoleAsync(string role, string? home = null) => AddAsync(new
    {
        apiVersion = $"{Group}/v1",
        kind = home is null ? "ClusterRole" : "Role",
        metadata = Named(role, home, label: null),
        rules = Array.Empty<object>(),
    });

    /// <summary>Adds a binding as somebody else would, or Regent itself.</summary>
    public Task AddBindingAsync(string binding, string? home, string roleKind, string role, string? label, params string[] users) => AddAsync(new
    {
        apiVersion = $"{Group}/v1",
        kind = home is null ? "ClusterRoleBinding" : "RoleBinding",
        metadata = Named(binding, home, label),
        roleRef = new { apiGroup = Group, kind = roleKind, name = role },
        subjects = users.Select(user => new { apiGroup = Group, kind = "User", name = user }),
    });

    public async Task AddAsync(object thing) => (await behind.PatchAsJsonAsync(name, new { objects = new[] { thing } }, Ct)).EnsureSuccessStatusCode();

    /// <summary>Has the server behave otherwise from now on.</summary>
    public async Task BehaveAsync(object manner) => (await behind.PatchAsJsonAsync(name, manner, Ct)).EnsureSuccessStatusCode();

    /// <summary>Every binding that is there: namespace, kind and name of the role, kind and name of who has it.</summary>
    public async Task<IReadOnlyList<(string Binding, string Entitlement, string Kind, string Subject)>> BindingsAsync()
    {
        var all = (await behind.GetFromJsonAsync<JsonElement>(name, Ct)).GetProperty("items").EnumerateArray().Where(one => one.TryGetProperty("roleRef", out _));
        return
        [
            .. from binding in all
               let role = binding.GetProperty("roleRef")
               let place = $"{role.GetProperty("kind")}/{role.GetProperty("name")}"
               let about = binding.GetProperty("metadata")
               from subject in binding.GetProperty("subjects").EnumerateArray()
               select (
                   about.GetProperty("name").GetString()!,
                   about.TryGetProperty("namespace", out var home) ? $"{home}/{place}" : place,
                   subject.GetProperty("kind").GetString()!, subject.GetProperty("name").GetString()!),
        ];
    }

    // The rights of the guide, with other roles in the places of its examples.
    private static IEnumerable<V1PolicyRule> RulesOfTheGuide(string[] bound)
    {
        var guide = File.ReadAllText(Path.Combine(NodeServer.Root, "docs/targets/kubernetes.md"));
        var role = Block().Matches(guide).SelectMany(block => block.Groups["yaml"].Value.Split("---\n"))
            .Where(part => part.Contains("\nkind: ClusterRole\n", StringComparison.Ordinal)).Select(part => KubernetesYaml.Deserialize<V1ClusterRole>(part)).Single();
        foreach (var rule in role.Rules.Where(rule => rule.ResourceNames is not null))
        {
            rule.ResourceNames = [.. bound];
        }

        return role.Rules;
    }

    private static Dictionary<string, object> Named(string name, string? home, string? label)
    {
        var about = new Dictionary<string, object> { ["name"] = name };
        if (home is not null)
        {
            about["namespace"] = home;
        }

        if (label is not null)
        {
            about["labels"] = new Dictionary<string, string> { ["app.kubernetes.io/managed-by"] = label };
        }

        return about;
    }

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
