namespace Regent.Core.Requests;

/// <summary>Something that happened to a request.</summary>
public enum RequestEventKind
{
    /// <summary>It was asked.</summary>
    Asked,

    /// <summary>Approvers were asked to decide.</summary>
    ApprovalRequested,

    /// <summary>An approver agreed.</summary>
    Approved,

    /// <summary>An approver refused.</summary>
    Denied,

    /// <summary>Nobody answered in time.</summary>
    ApprovalExpired,

    /// <summary>It was withdrawn.</summary>
    Canceled,

    /// <summary>What was asked is in force, or gone where removal was asked.</summary>
    Completed,

    /// <summary>What it rested on was gone at its start.</summary>
    Failed,

    /// <summary>The activation it made ends earlier, because what it rests on does.</summary>
    Shortened,

    /// <summary>The assignment it made reached its planned end and stays, because nobody else would be left in the role.</summary>
    Kept,

    /// <summary>The assignment it made reached its planned end.</summary>
    Expired,

    /// <summary>The assignment it made was ended early, by the holder, an administrator, or the loss of the eligibility.</summary>
    Ended,
}
