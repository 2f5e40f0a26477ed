namespace Regent.Core;

/// <summary>One reason why something was refused.</summary>
/// <param name="Code">The code callers and scripts rely on.</param>
/// <param name="Message">A sentence for the person who asked: what is wrong and what would help.</param>
public sealed record Refusal(RefusalCode Code, string Message)
{
    /// <summary>What the rule behind it found; null where no rule judged.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The member of the ask that is wrong, as callers know it; null where it is not one.</summary>
    public string? Target { get; init; }
}
