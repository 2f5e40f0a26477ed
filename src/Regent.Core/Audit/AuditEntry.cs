using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Core.Audit;

/// <summary>One act as the record keeps it, written in the transaction of the act itself (specification, section 8).</summary>
/// <param name="Id">Its id, ordered by time.</param>
/// <param name="At">When it happened.</param>
/// <param name="Activity">What happened, one of <see cref="AuditActivities"/>.</param>
/// <param name="Actor">Who did it; null when Regent itself did.</param>
public sealed record AuditEntry(Guid Id, DateTimeOffset At, string Activity, PrincipalId? Actor)
{
    public AuditResult Result { get; init; } = AuditResult.Success;

    /// <summary>Whom it concerns.</summary>
    public PrincipalId? Subject { get; init; }

    public RoleDefinitionId? Role { get; init; }

    public Scope? Scope { get; init; }

    /// <summary>The request that everything of one story shares.</summary>
    public Guid? CorrelationId { get; init; }

    /// <summary>The words given with it: a justification, or why it failed.</summary>
    public string? Reason { get; init; }

    /// <summary>Further facts under the reference's keys, such as <c>TicketNumber</c> or <c>ExpirationTime</c>. Never a secret.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>A new entry of this moment.</summary>
    public static AuditEntry Of(DateTimeOffset now, string activity, PrincipalId? actor) =>
        new(Guid.CreateVersion7(now), now, activity, actor);
}
