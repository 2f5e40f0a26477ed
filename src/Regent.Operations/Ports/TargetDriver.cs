using Regent.Core;
using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>What Regent knows of one kind of target.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">What it is called on pages.</param>
/// <param name="Settings">What can be set, in the order of the form.</param>
/// <param name="Open">
/// Makes ready to talk to a target of this kind, without talking to it yet; refuses settings that do not go together, with the setting's
/// name as the refusal's target.
/// </param>
public sealed record TargetDriver(TargetKind Kind, string Name, IReadOnlyList<TargetSetting> Settings, Func<Target, Outcome<ITarget>> Open)
{
    /// <summary>What an account is here, such as <c>the uid of a person</c>.</summary>
    public required string AccountMeans { get; init; }

    /// <summary>What an entitlement is here, such as <c>the DN of a group</c>.</summary>
    public required string EntitlementMeans { get; init; }

    /// <summary>Whether access ends there by itself, a little after the end by the ledger, even when Regent is down.</summary>
    public bool EndsByItself { get; init; }

    /// <summary>Whether people and groups can come from there: its targets are <see cref="IDirectorySource"/>.</summary>
    public bool GivesPeople { get; init; }

    /// <summary>What each step of a soft end does here, in a sentence; a step that is not there cannot be done.</summary>
    public IReadOnlyDictionary<LandingStep, string> Landing { get; init; } = new Dictionary<LandingStep, string>();
}
