namespace Regent.Cli.Access;

/// <summary>What one account has or had of one entitlement.</summary>
internal sealed record LedgerLine(string Id, string TargetId, string Account, string Entitlement, string State, DateTimeOffset SinceDateTime)
{
    public string? PrincipalId { get; init; }

    public string? PrincipalDisplayName { get; init; }

    public DateTimeOffset? GivenUntilDateTime { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? FailingSinceDateTime { get; init; }

    public string? LastError { get; init; }

    public DateTimeOffset? RetryDateTime { get; init; }
}
