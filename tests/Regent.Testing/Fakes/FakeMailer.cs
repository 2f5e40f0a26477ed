using System.Collections.Concurrent;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>A mail server that is up, down, or not there at all.</summary>
public sealed class FakeMailer : IMailer
{
    private readonly ConcurrentQueue<Message> sent = new();

    /// <summary>What was handed over, in this order.</summary>
    public IReadOnlyCollection<Message> Sent => sent;

    /// <summary>While set, nothing can be handed over.</summary>
    public bool IsDown { get; set; }

    /// <summary>What becomes of the mails.</summary>
    public MailDelivery Delivery { get; set; } = MailDelivery.Sent;

    public bool Delivers => Delivery == MailDelivery.Sent;

    public Task<MailDelivery> SendAsync(Guid id, string address, string name, MailText text, CancellationToken ct)
    {
        if (IsDown)
        {
            throw new IOException("The mail server does not answer.");
        }

        sent.Enqueue(new Message(id, address, name, text));
        return Task.FromResult(Delivery);
    }

    /// <summary>One message as it was handed over.</summary>
    public sealed record Message(Guid Id, string Address, string Name, MailText Text);
}
