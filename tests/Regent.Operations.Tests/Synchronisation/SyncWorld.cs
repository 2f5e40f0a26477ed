using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Synchronisation;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests.Synchronisation;

/// <summary>An organisation in memory and a source with people and groups.</summary>
internal sealed class SyncWorld : IDisposable
{
    private readonly Dictionary<string, (SourcePerson Person, bool IsEnabled)> people = [];
    private readonly Dictionary<string, SourceGroup> groups = [];

    private SyncWorld()
    {
    }

    public FakeWorld World { get; } = new();

    public Target Target { get; private set; } = new(
        TargetId.At(Make.Noon), "The source", TargetKind.Webhook, Make.Accounts("{name}"), TargetSettings.None, TargetState.Live);

    public IReadOnlyList<Principal> Everybody => [.. World.Directory.All.OrderBy(one => one.DisplayName, StringComparer.Ordinal)];

    public static async Task<SyncWorld> OpenAsync()
    {
        var world = new SyncWorld();
        world.World.System.Rules = new SourceRules(Every: null, LargestLoss: 10);
        await world.SaveAsync(world.Target);
        return world;
    }

    public async Task SaveAsync(Target target)
    {
        Target = target;
        await World.Unit.RunAsync(
            async ct =>
            {
                await World.Targets.SaveAsync(target, ct);
                return true;
            },
            CancellationToken.None);
    }

    /// <summary>Puts somebody there, or changes them.</summary>
    public void Put(string key, string name, bool isEnabled = true, string? display = null) =>
        people[key] = (new SourcePerson(key) { UserPrincipalName = $"{name}@regent.example", DisplayName = display ?? name }, isEnabled);

    public void Put(int count)
    {
        foreach (var number in Enumerable.Range(0, count))
        {
            Put($"key{number}", $"person{number:000}");
        }
    }

    public void PutGroup(string key, string name, params string[] members) => groups[key] = new SourceGroup(key, name, members);

    public void Take(string key)
    {
        people.Remove(key);
        groups.Remove(key);
        foreach (var (other, group) in groups.ToList())
        {
            groups[other] = group with { Members = [.. group.Members.Where(member => member != key)] };
        }
    }

    /// <summary>Takes over all that is there; or only these, as those that changed.</summary>
    public Task<SyncReport> RunAsync(SyncAsk? ask = null, params string[] changed)
    {
        World.System.Reading = Reading(changed);
        return World.The<SynchroniseDirectory>().ExecuteAsync(Target, World.System, World.System.Rules!, ask ?? new SyncAsk(), CancellationToken.None);
    }

    /// <summary>Has somebody lose in the source itself what they were given there.</summary>
    public Task<bool> GiveBackAsync(Holding given) => World.Unit.RunAsync(
        async ct =>
        {
            var line = LedgerEntry.New(Target.Id, given, begins: true, World.Now).Settle(LedgerState.InEffect, World.Now);
            await World.Ledger.SaveAsync([line], [], ct);
            await World.TargetAgenda.WakeAsync(Target.Id, [new WakeUp(TargetWork.Converge, line.Id.Value, World.Now)], World.Now, ct);
            return true;
        },
        CancellationToken.None);

    public async Task<Principal?> FindAsync(string name) => await World.Directory.FindByNameAsync(Make.Name($"{name}@regent.example"), CancellationToken.None);

    public async Task<IReadOnlyList<string>> GroupsOfAsync(string name)
    {
        var ids = await World.Directory.DirectGroupsOfAsync((await FindAsync(name))!.Id, CancellationToken.None);
        return [.. ids.Select(id => World.Directory.All.Single(one => one.Id == id).DisplayName).Order(StringComparer.Ordinal)];
    }

    public static string[] Lines(SyncReport report) => [.. report.Lines.Select(line => $"{line.Name} {line.Outcome} {line.Message}".TrimEnd())];

    public void Dispose() => World.Dispose();

    public SourceReading Reading(string[] changed) => new()
    {
        PeopleThere = people.ToDictionary(pair => pair.Key, pair => pair.Value.IsEnabled),
        GroupsThere = groups.ToDictionary(pair => pair.Key, pair => $"cn={pair.Value.DisplayName}"),
        People = [.. people.Where(pair => changed is [] || changed.Contains(pair.Key)).Select(pair => pair.Value.Person)],
        Groups = [.. groups.Where(pair => changed is [] || changed.Contains(pair.Key)).Select(pair => pair.Value)],
        IsWhole = changed is [],
        Bookmark = "here",
    };
}
