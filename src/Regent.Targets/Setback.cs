using Regent.Core.Targets;

namespace Regent.Targets;

/// <summary>Why a call to a target came to nothing.</summary>
/// <param name="Answer">What is answered for it.</param>
/// <param name="IsOfOne">Whether it may lie in one of the things that were asked, so that the others would go well without it.</param>
internal sealed record Setback(TargetAnswer Answer, bool IsOfOne);
