namespace Regent.Api.Arm.Protocol;

/// <summary>A no as Azure Resource Manager puts it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code that programs go by.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record ArmError(int Status, string Code, string Message)
{
    /// <summary>The member or query option that is wrong.</summary>
    public string? Target { get; init; }

    /// <summary>Every single reason, where there are several or the code folds them.</summary>
    public IReadOnlyList<(string Code, string Message, string? Target)> Details { get; init; } = [];

    /// <summary>What each rule that failed went by, and what would make it pass; empty where no rule judged.</summary>
    public IReadOnlyList<object> AdditionalInfo { get; init; } = [];
}
