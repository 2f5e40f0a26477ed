namespace Regent.Core.Requests;

/// <summary>Where a request stands (specification, section 3.2).</summary>
public enum RequestStatus
{
    /// <summary>Waits for an approver.</summary>
    PendingApproval,

    /// <summary>An extension or a renewal waits for an administrator.</summary>
    PendingAdminDecision,

    /// <summary>Accepted; starts in the future.</summary>
    Granted,

    /// <summary>Done: the assignment is or was in force.</summary>
    Provisioned,

    /// <summary>A removal or deactivation is done.</summary>
    Revoked,

    /// <summary>An approver said no.</summary>
    Denied,

    /// <summary>Withdrawn.</summary>
    Canceled,

    /// <summary>Could not be carried out: what it rested on was gone when it mattered.</summary>
    Failed,

    /// <summary>Nobody answered in time.</summary>
    TimedOut,
}
