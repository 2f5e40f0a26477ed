using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>What Regent would do in a target now, and what it would leave alone.</summary>
internal sealed record PlanContract(
    TargetContract Target, IReadOnlyList<HoldingContract> ToGive, IReadOnlyList<HoldingContract> ToTakeBack, IReadOnlyList<HoldingContract> Outside,
    IReadOnlyList<string> Unknown, int AsItShouldBe)
{
    public static PlanContract Of(TargetPlan plan) => new(
        new TargetContract(plan.Target), HoldingContract.Of(plan.ToGive), HoldingContract.Of(plan.ToTakeBack), HoldingContract.Of(plan.Outside),
        plan.Unknown, plan.AsItShouldBe);
}
