namespace Regent.Targets.Webhook;

/// <summary>One account and one thing it has or is to have.</summary>
/// <param name="Account">The account; empty or missing in an answer is nonsense.</param>
/// <param name="Entitlement">What it has.</param>
/// <param name="Until">Of a grant: its end, where it has one.</param>
internal sealed record WebhookHolding(string? Account, string? Entitlement, DateTimeOffset? Until = null);
