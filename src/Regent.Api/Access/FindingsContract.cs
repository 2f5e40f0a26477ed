using Regent.Operations.Ports;

namespace Regent.Api.Access;

/// <summary>What was found when a connection was tried.</summary>
/// <param name="Value">Each thing, in the order it was tried.</param>
internal sealed record FindingsContract(IReadOnlyList<FindingsContract.FindingContract> Value)
{
    public static FindingsContract Of(IReadOnlyList<TargetFinding> findings) => new([.. findings.Select(one => new FindingContract(one.IsGood, one.Words))]);

    internal sealed record FindingContract(bool IsGood, string Words);
}
