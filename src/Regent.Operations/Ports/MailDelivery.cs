namespace Regent.Operations.Ports;

/// <summary>What a mailer did with a mail.</summary>
public enum MailDelivery
{
    /// <summary>A mail server has taken it.</summary>
    Sent,

    /// <summary>There is no mail server; it is to be kept for the mailbox page.</summary>
    Kept,
}
