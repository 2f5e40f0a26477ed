using Regent.Operations.Ports;

namespace Regent.Api.Access;

/// <summary>A line of a ledger: what one account has or had of one entitlement.</summary>
internal sealed record LedgerLineContract(string Id, string TargetId, string Account, string Entitlement, string State, DateTimeOffset SinceDateTime)
{
    /// <summary>Whose account it is; null when they are gone, or it never was anybody's.</summary>
    public string? PrincipalId { get; init; }

    public string? PrincipalDisplayName { get; init; }

    /// <summary>The end by which it was given last; null when it was given without end, or is not given.</summary>
    public DateTimeOffset? GivenUntilDateTime { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? FailingSinceDateTime { get; init; }

    /// <summary>Why it could not be made so, in the target's own words.</summary>
    public string? LastError { get; init; }

    public DateTimeOffset? RetryDateTime { get; init; }

    public static LedgerLineContract Of(ListedEntry listed) => new(
        listed.Entry.Id.ToString(), listed.Entry.Target.ToString(), listed.Entry.Holding.Account, listed.Entry.Holding.Entitlement,
        Members.WordOf(listed.Entry.State), listed.Entry.Since)
    {
        PrincipalId = listed.Principal?.Id.ToString(),
        PrincipalDisplayName = listed.Principal?.DisplayName,
        GivenUntilDateTime = listed.Entry.GivenUntil,
        Attempts = listed.Entry.Attempts,
        FailingSinceDateTime = listed.Entry.FailingSince,
        LastError = listed.Entry.LastError,
        RetryDateTime = listed.Entry.RetryAt,
    };
}
