using Regent.Core.Targets;

namespace Regent.Operations.Provisioning;

/// <summary>What Regent would do in a target now, and what it would leave alone.</summary>
/// <param name="Target">The target.</param>
/// <param name="ToGive">What is missing there.</param>
/// <param name="ToTakeBack">What Regent gave there and nothing covers any more.</param>
/// <param name="Outside">What somebody has there that Regent did not give; it stays, and is reported.</param>
/// <param name="Unknown">Entitlements of mappings that the target does not know.</param>
/// <param name="AsItShouldBe">How much is there and should be.</param>
public sealed record TargetPlan(
    Target Target, IReadOnlyList<Holding> ToGive, IReadOnlyList<Holding> ToTakeBack, IReadOnlyList<Holding> Outside, IReadOnlyList<string> Unknown,
    int AsItShouldBe);
