using System.Globalization;

namespace Regent.Drill;

/// <summary>How much a drill does.</summary>
/// <param name="Seed">What its chances come from.</param>
internal sealed record DrillPlan(int Seed)
{
    /// <summary>How many people, each with one account in each target.</summary>
    public int People { get; init; } = 20;

    /// <summary>How many activations are accepted before it ends, at least.</summary>
    public int Activations { get; init; } = 500;

    /// <summary>How often Regent is killed, at least.</summary>
    public int Kills { get; init; } = 30;

    /// <summary>How often there is trouble with a target or the network to it, at least.</summary>
    public int Troubles { get; init; } = 20;

    /// <summary>Whether Regent keeps its own state in PostgreSQL; else in SQLite.</summary>
    public bool OnPostgres { get; init; }

    /// <summary>For how long anything may be there that nothing covers, or be missing that something does, while everything works.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For how long at most in all the times in which everything works, however often something fails in between and begins anew.
    /// </summary>
    public TimeSpan LimitInAll => Limit * 3;

    /// <summary>The same in less than a minute, on a machine with two processors to itself.</summary>
    public DrillPlan Shorter => this with { Activations = 150, Kills = 10, Troubles = 8 };

    /// <summary>The drills that somebody asks for on the command line.</summary>
    public static IReadOnlyList<DrillPlan> Read(string[] args)
    {
        var at = Array.IndexOf(args, "--seed") + 1;
        var seed = at > 0 && at < args.Length ? int.Parse(args[at], CultureInfo.InvariantCulture) : Environment.TickCount;
        var one = new DrillPlan(seed) { OnPostgres = args.Contains("--postgres") };
        return args.Contains("--long") ? [one, one with { OnPostgres = true, Seed = seed + 1 }] : args.Contains("--short") ? [one.Shorter] : [one];
    }
}
