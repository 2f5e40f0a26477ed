using Regent.Core.Principals;

namespace Regent.Core.Targets;

/// <summary>A system outside Regent in which access lands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What administrators call it.</param>
/// <param name="Kind">What kind of system it is.</param>
/// <param name="Accounts">How people's accounts are called there.</param>
/// <param name="Settings">How it is reached.</param>
/// <param name="State">How far Regent goes there.</param>
public sealed record Target(TargetId Id, string Name, TargetKind Kind, AccountTemplate Accounts, TargetSettings Settings, TargetState State)
{
    /// <summary>What somebody's account is called there, spelt in one way where the target knows no case; null when they have none.</summary>
    public string? AccountOf(Principal principal) =>
        Accounts.AccountOf(principal) is { } account ? Kind.IgnoresCase() ? account.ToLowerInvariant() : account : null;

    /// <summary>How often it was changed; a connection made by an older version is not used any more.</summary>
    public int Version { get; init; }

    /// <summary>The version of which an administrator has seen what Regent would do; null when nobody has.</summary>
    public int? PlannedVersion { get; init; }

    /// <summary>How often what is there is compared with what should be.</summary>
    public TimeSpan SweepEvery { get; init; } = DefaultSweepEvery;

    /// <summary>How often that is by default, an hour.</summary>
    public static readonly TimeSpan DefaultSweepEvery = TimeSpan.FromHours(1);

    /// <summary>The shortest time between two sweeps, five minutes.</summary>
    public static readonly TimeSpan ShortestSweepEvery = TimeSpan.FromMinutes(5);

    /// <summary>The longest time between two sweeps, a month of 31 days.</summary>
    public static readonly TimeSpan LongestSweepEvery = TimeSpan.FromDays(31);
}
