using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>A system in memory that keeps the promises of targets, and breaks them on demand.</summary>
public class FakeTarget : ITarget, IWarnsHolders, IClosesDoors, IEndsSessions, IDirectorySource
{
    private readonly HashSet<Holding> held = [];

    /// <summary>What everybody has.</summary>
    public IReadOnlySet<Holding> Held => held;

    /// <summary>The end that each was given with last.</summary>
    public Dictionary<Holding, DateTimeOffset?> Ends { get; } = [];

    /// <summary>What was asked of it, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Why it answers nothing; null when it does.</summary>
    public string? Silence { get; set; }

    /// <summary>What it refuses to change, and in what words.</summary>
    public Dictionary<Holding, TargetAnswer> Refusals { get; } = [];

    /// <summary>Whether it says that changes are done which it then forgets.</summary>
    public bool Forgets { get; set; }

    /// <summary>Whether it takes what it is told and shows nothing.</summary>
    public bool IsBlind { get; set; }

    /// <summary>Whether its list cannot be read, as a bug would have it.</summary>
    public bool Breaks { get; set; }

    /// <summary>What it does not find, whoever asks.</summary>
    public HashSet<string> Missing { get; } = [];

    /// <summary>Called when it is asked for anything, before it answers.</summary>
    public Action<string> Asked { get; set; } = _ => { };

    /// <summary>How often it was looked through.</summary>
    public int Lists { get; private set; }

    /// <summary>How often a way to it was closed.</summary>
    public int Closed { get; private set; }

    /// <summary>How people are taken over from it; null while they are not.</summary>
    public SourceRules? Rules { get; set; }

    /// <summary>Who is there.</summary>
    public SourceReading Reading { get; set; } = new();

    /// <summary>What it waits for before it says who is there.</summary>
    public Task Reads { get; set; } = Task.CompletedTask;

    /// <summary>With what it was read last.</summary>
    public SourceAsk? Read { get; private set; }

    public void Put(Holding holding) => held.Add(holding);

    public void Take(Holding holding) => held.Remove(holding);

    public Task<IReadOnlyList<TargetFinding>> CheckAsync(CancellationToken ct)
    {
        Asked("check");
        return Task.FromResult<IReadOnlyList<TargetFinding>>(
            [Silence is null ? new TargetFinding(IsGood: true, "It answers.") : new TargetFinding(IsGood: false, Silence)]);
    }

    public Task<IReadOnlyList<TargetAnswer>> GrantAsync(IReadOnlyList<TargetGrant> grants, CancellationToken ct) => AnswerAsync(
        "grant", [.. grants.Select(grant => grant.Holding)], holding =>
        {
            held.Add(holding);
            Ends[holding] = grants.First(grant => grant.Holding == holding).Until;
        });

    public Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) =>
        AnswerAsync("revoke", holdings, holding => held.Remove(holding));

    public Task<IReadOnlyList<TargetAnswer>> WarnAsync(IReadOnlyList<TargetGrant> ending, CancellationToken ct) =>
        AnswerAsync("warn", [.. ending.Select(grant => grant.Holding)], _ => { });

    public Task<IReadOnlyList<TargetAnswer>> CloseAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) =>
        AnswerAsync("close", holdings, _ => { });

    public Task<IReadOnlyList<TargetAnswer>> EndSessionsAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) =>
        AnswerAsync("end sessions", holdings, _ => { });

    public Task<IReadOnlyList<Observation>> ObserveAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Observation>>([.. holdings.Select(Observe)]);

    public Task<TargetList> ListAsync(IReadOnlyCollection<string> entitlements, CancellationToken ct)
    {
        Lists++;
        return Task.FromResult(
            Breaks ? throw new InvalidOperationException("The list is broken.")
            : Silence is { } why
                ? TargetList.Failed(TargetAnswer.Unreachable(why))
                : IsBlind ? TargetList.Failed(TargetAnswer.Refused("Nothing can be seen here."))
                : new TargetList([.. held.Where(one => entitlements.Contains(one.Entitlement))], [.. entitlements.Where(Missing.Contains)], Trouble: null));
    }

    public async Task<SourceReading> ReadAsync(SourceAsk ask, CancellationToken ct)
    {
        Read = ask;
        Asked("read");
        await Reads.WaitAsync(ct);
        return Silence is { } why ? new SourceReading { Trouble = TargetAnswer.Unreachable(why) } : Reading;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Closed++;
        return ValueTask.CompletedTask;
    }

    private Observation Observe(Holding holding) =>
        Silence is { } why ? Observation.Unseen(TargetAnswer.Unreachable(why))
        : IsBlind ? Observation.Blind
        : held.Contains(holding) ? Observation.Held : Observation.Absent;

    private Task<IReadOnlyList<TargetAnswer>> AnswerAsync(string call, IReadOnlyList<Holding> holdings, Action<Holding> change) =>
        Task.FromResult<IReadOnlyList<TargetAnswer>>([.. holdings.Select(holding => Answer(call, holding, change))]);

    private TargetAnswer Answer(string call, Holding holding, Action<Holding> change)
    {
        Calls.Add($"{call} {holding}");
        Asked(call);
        if (Silence is { } why)
        {
            return TargetAnswer.Unreachable(why);
        }

        if (Refusals.TryGetValue(holding, out var no))
        {
            return no;
        }

        if (!Forgets)
        {
            change(holding);
        }

        return TargetAnswer.Done;
    }
}
