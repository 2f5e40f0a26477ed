namespace Regent.Cli.Access;

/// <summary>What was found when a connection was tried.</summary>
internal sealed record TargetFindings(IReadOnlyList<TargetFindings.Finding> Value)
{
    internal sealed record Finding(bool IsGood, string Words);
}
