using CsCheck;

namespace Regent.Operations.Tests.Lives;

public sealed class RandomLivesTests
{
    private const int Lives = 500;
    private const int LongestLife = 80;

    private static readonly Gen<Act> AnyAct = Gen.Frequency(
        (8, Gen.Const(Act.Ask)), (8, Gen.Const(Act.Decide)), (6, Gen.Const(Act.TimePasses)), (3, Gen.Const(Act.Deactivate)),
        (2, Gen.Const(Act.Assign)), (3, Gen.Const(Act.Extend)), (2, Gen.Const(Act.Change)), (2, Gen.Const(Act.DecideExtension)), (1, Gen.Const(Act.Cancel)), (1, Gen.Const(Act.Remove)), (1, Gen.Const(Act.ChangeSettings)),
        (1, Gen.Const(Act.JoinOrLeave)), (1, Gen.Const(Act.DisableOrEnable)), (1, Gen.Const(Act.TimePassesWithoutWorker)));

    private static readonly Gen<Step> AnyStep = Gen.Select(
        AnyAct, Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99],
        (act, who, other, role, how) => new Step(act, who, other, role, how));

    /// <summary>
    /// No two assignments of the same overlap, no activation outlives its eligibility, nothing changes off the record, what is refused
    /// changes nothing, nobody decides on their own request, no mail is owed twice, and an administrator is left.
    /// </summary>
    [Fact]
    public void Whatever_happens_the_rules_hold() => AnyStep.Array[1, LongestLife].Sample(
        steps =>
        {
            using var life = new Life();
            life.LiveAsync(steps).GetAwaiter().GetResult();
        },
        iter: Lives, threads: 1, print: steps => string.Join("\n", steps));
}
