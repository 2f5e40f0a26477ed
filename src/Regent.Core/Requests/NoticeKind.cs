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

    /// <summary>To somebody new: choose a password.</summary>
    Invitation,

    /// <summary>To somebody who asked on the sign-in page: choose a new password.</summary>
    PasswordReset,

    /// <summary>To an account's owner: its password was changed.</summary>
    PasswordChanged,
}
