using Regent.Core.Targets;

namespace Regent.Operations.Lanes;

/// <summary>How a target answered a batch of work.</summary>
/// <param name="Trouble">What it did not answer, with why; null when it answered all.</param>
/// <param name="AnsweredAny">Whether it answered anything.</param>
public sealed record Convergence(TargetAnswer? Trouble, bool AnsweredAny)
{
    /// <summary>There was nothing to ask it.</summary>
    public static Convergence Idle { get; } = new(Trouble: null, AnsweredAny: false);

    /// <summary>It answered nothing.</summary>
    public static Convergence Silent(TargetAnswer why) => new(why, AnsweredAny: false);

    public bool AnsweredNothing => Trouble is not null && !AnsweredAny;
}
