namespace Regent.Portal.Parts;

/// <summary>What a control inside a <see cref="Field"/> puts on itself.</summary>
/// <param name="Id">For <c>id</c>.</param>
/// <param name="DescribedBy">For <c>aria-describedby</c>.</param>
/// <param name="Invalid">For <c>aria-invalid</c>; null when nothing is wrong.</param>
public sealed record FieldContext(string Id, string DescribedBy, string? Invalid);
