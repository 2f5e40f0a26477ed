namespace Regent.Targets.Webhook;

/// <summary>One thing the other end found when it was checked.</summary>
internal sealed record WebhookFinding(bool Good, string? Words);
