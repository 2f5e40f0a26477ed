namespace Regent.Operations.Ports;

/// <summary>Hands mails over.</summary>
public interface IMailer
{
    /// <summary>Whether mails leave this server; where they do not, they are kept for the mailbox page.</summary>
    bool Delivers { get; }

    /// <summary>Hands one mail over. Throws when that failed; trying again is then safe.</summary>
    /// <param name="id">Becomes the message's id, the same at each attempt.</param>
    /// <param name="address">To whom.</param>
    /// <param name="name">The recipient's name.</param>
    /// <param name="text">What it says.</param>
    /// <param name="ct">Gives up.</param>
    Task<MailDelivery> SendAsync(Guid id, string address, string name, MailText text, CancellationToken ct);
}
