namespace Regent.Cli.Access;

/// <summary>What Regent would do in a target now.</summary>
internal sealed record TargetPlan(
    IReadOnlyList<TargetHolding> ToGive, IReadOnlyList<TargetHolding> ToTakeBack, IReadOnlyList<TargetHolding> Outside, IReadOnlyList<string> Unknown,
    int AsItShouldBe);
