namespace Regent.Core.Requests;

/// <summary>The one step of agreement a request waits for: the first decision counts (specification, section 6).</summary>
/// <param name="ExpiresAt">When the request ends unanswered; null where it waits for ever, as extensions do.</param>
/// <param name="Decision">What was decided; null while nobody has.</param>
public sealed record Approval(DateTimeOffset? ExpiresAt, Decision? Decision)
{
    /// <summary>How long an approver has, 24 hours.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Waits until somebody answers.</summary>
    public static Approval Open { get; } = new(ExpiresAt: null, Decision: null);

    public static Approval OpenedAt(DateTimeOffset now) => new(now + Window, Decision: null);
}
