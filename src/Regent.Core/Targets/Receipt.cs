using Regent.Core.Assignments;
using Regent.Core.Principals;

namespace Regent.Core.Targets;

/// <summary>What was done and seen in a target for one assignment of one person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Entry">The line of the ledger it is about.</param>
/// <param name="Schedule">The assignment.</param>
/// <param name="Principal">Whose account it is; where a group holds the assignment, somebody in it.</param>
/// <param name="CreatedAt">When it was owed.</param>
public sealed record Receipt(Guid Id, LedgerEntryId Entry, ScheduleId Schedule, PrincipalId Principal, DateTimeOffset CreatedAt)
{
    /// <summary>When it was written into the target, or found there; null before.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>When it was seen there; null before, and in a target that can never be asked.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>When it was taken back, or its time ended while another assignment kept it.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When it was seen gone, or a target that can never be asked took it back; null while it is there, and when another assignment kept it.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>Whether it stayed in the target at the end of this assignment, because another one still covered it.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether there is anything left to do for it.</summary>
    public bool IsOpen => GoneAt is null && !IsKept;

    /// <summary>It is in the target, and was seen there.</summary>
    public Receipt Seen(DateTimeOffset now) => this with { WrittenAt = WrittenAt ?? now, ObservedAt = ObservedAt ?? now };

    /// <summary>The target took it; it was not seen yet.</summary>
    public Receipt Written(DateTimeOffset now) => this with { WrittenAt = WrittenAt ?? now };

    /// <summary>The target was told to take it back; that was not seen yet.</summary>
    public Receipt Revoked(DateTimeOffset now) => this with { RevokedAt = RevokedAt ?? now };

    /// <summary>It is not in the target any more.</summary>
    public Receipt Gone(DateTimeOffset now) => this with { RevokedAt = RevokedAt ?? now, GoneAt = now };

    /// <summary>Its time is over, and another assignment keeps it there.</summary>
    public Receipt Kept(DateTimeOffset now) => this with { RevokedAt = RevokedAt ?? now, IsKept = true };
}
