namespace Regent.Core.Requests;

/// <summary>What a mail tells (specification, section 5.4).</summary>
public enum NoticeKind
{
    /// <summary>To approvers: a request waits for you.</summary>
    ApprovalNeeded,

    /// <summary>To the requestor: approved, begins later.</summary>
    Approved,

    /// <summary>To the requestor: denied.</summary>
    Denied,

    /// <summary>To the requestor: nobody answered.</summary>
    RequestExpired,

    /// <summary>To the requestor: the role is active, by approval or at once.</summary>
    Activated,

    /// <summary>To administrators: somebody's role is active.</summary>
    ActivationAlert,

    /// <summary>To the requestor: what was planned could not begin.</summary>
    Failed,

    /// <summary>To the requestor: the role is no longer active.</summary>
    Ended,

    /// <summary>To the holder: the activation ends soon, and can be extended.</summary>
    EndingSoon,

    /// <summary>To the assignee: an administrator gave you a role.</summary>
    Assigned,

    /// <summary>To administrators: somebody was given a role.</summary>
    AssignmentAlert,

    /// <summary>To the assignee: what you have was planned anew.</summary>
    Changed,

    /// <summary>To the other administrators: what somebody has was planned anew.</summary>
    ChangeAlert,

    /// <summary>To the assignee: an administrator took away what you had.</summary>
    Removed,

    /// <summary>To administrators: somebody asks to extend or renew what they have, and you may decide.</summary>
    ExtensionNeeded,

    /// <summary>To the requestor: an administrator extended or renewed it.</summary>
    ExtensionApproved,

    /// <summary>To the requestor: an administrator denied it.</summary>
    ExtensionDenied,

    /// <summary>To the other administrators: one of you decided on an extension or a renewal.</summary>
    ExtensionAlert,

    /// <summary>To the assignee: what you were given ends before long, and can be extended.</summary>
    Expiring,

    /// <summary>To administrators: what somebody was given ends before long.</summary>
    ExpiringAlert,

    /// <summary>To the assignee: what you were given has ended.</summary>
    Expired,

    /// <summary>To administrators: what somebody was given has ended.</summary>
    ExpiredAlert,

    /// <summary>To administrators: the past week in figures.</summary>
    Digest,

    /// <summary>To somebody new: choose a password.</summary>
    Invitation,

    /// <summary>To somebody who asked on the sign-in page: choose a new password.</summary>
    PasswordReset,

    /// <summary>To an account's owner: its password was changed.</summary>
    PasswordChanged,
}
