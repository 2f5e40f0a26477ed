namespace Regent.Targets.Webhook;

/// <summary>What a call is about: holdings, or for a list entitlements.</summary>
internal sealed record WebhookData
{
    public IReadOnlyList<WebhookHolding>? Holdings { get; init; }

    public IReadOnlyList<string>? Entitlements { get; init; }
}
