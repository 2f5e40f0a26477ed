namespace Regent.Targets.Webhook;

/// <summary>Whether one holding is there; neither when that cannot be said, with the reason.</summary>
internal sealed record WebhookObservation(bool? Held, string? Words);
