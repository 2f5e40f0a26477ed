using Regent.Core.Principals;
using Regent.Core.Requests;

namespace Regent.Operations.Ports;

/// <summary>One mail owed or sent.</summary>
/// <param name="Id">Its id; also that of the message, so that a copy can be told.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Recipient">To whom; null when it goes to an address alone.</param>
/// <param name="Request">About which request; null when it is about the recipient's own account.</param>
/// <param name="CreatedAt">When it came to be owed.</param>
public sealed record Mail(Guid Id, NoticeKind Kind, PrincipalId? Recipient, RequestId? Request, DateTimeOffset CreatedAt)
{
    /// <summary>The address it goes to; null when it goes to a person, wherever they have theirs then.</summary>
    public string? Address { get; init; }

    /// <summary>Tells one time from another where the same is told more than once about a request: which reminder of which end, which week.</summary>
    public string Occasion { get; init; } = "";

    /// <summary>When it was sent, or kept in the mailbox; null while it is owed.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>What it says; kept only where there is no mail server to hand it to.</summary>
    public MailText? Kept { get; init; }
}
