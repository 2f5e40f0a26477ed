namespace Regent.Targets.Webhook;

/// <summary>What the other end says to a call: of these, what the kind of call asks for.</summary>
internal sealed record WebhookReply
{
    public IReadOnlyList<WebhookAnswer?>? Answers { get; init; }

    public IReadOnlyList<WebhookObservation?>? Observations { get; init; }

    public IReadOnlyList<WebhookHolding?>? Holdings { get; init; }

    public IReadOnlyList<string>? Unknown { get; init; }

    public IReadOnlyList<WebhookFinding?>? Findings { get; init; }

    /// <summary>Why the call as a whole was not taken.</summary>
    public string? Message { get; init; }
}
