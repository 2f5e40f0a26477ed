namespace Regent.Targets.Webhook;

/// <summary>What became of one change: <c>done</c>, <c>unknownAccount</c>, <c>unknownEntitlement</c> or <c>refused</c>.</summary>
internal sealed record WebhookAnswer(string? Result, string? Words);
