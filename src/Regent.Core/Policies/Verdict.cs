namespace Regent.Core.Policies;

/// <summary>The judgement of an ask, with every rule that had a say.</summary>
/// <param name="Trace">The outcome of each rule, in the order they were asked.</param>
public abstract record Verdict(IReadOnlyList<RuleResult> Trace)
{
    /// <summary>Allowed as it is.</summary>
    public sealed record Allowed(IReadOnlyList<RuleResult> Trace) : Verdict(Trace);

    /// <summary>Allowed once an approver agrees.</summary>
    public sealed record NeedsApproval(IReadOnlyList<RuleResult> Trace) : Verdict(Trace);

    /// <summary>Not allowed; <see cref="Reasons"/> names every rule that failed.</summary>
    public sealed record Refused(IReadOnlyList<RuleResult> Trace) : Verdict(Trace);

    /// <summary>Why not; empty unless refused.</summary>
    public IReadOnlyList<Refusal> Reasons =>
        [.. Trace.Where(result => !result.Passed).Select(result => result.Refusal)];

    /// <summary>Folds rule results: one refusal refuses, then approval is asked for where it is demanded.</summary>
    public static Verdict From(IReadOnlyList<RuleResult> trace, bool approvalDemanded)
    {
        if (trace.Any(result => !result.Passed))
        {
            return new Refused(trace);
        }

        return approvalDemanded ? new NeedsApproval(trace) : new Allowed(trace);
    }
}
