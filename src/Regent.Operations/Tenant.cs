namespace Regent.Operations;

/// <summary>The organisation that this installation serves.</summary>
/// <param name="Id">Its id, made at the first start; it never changes, and every server on the same database has the same.</param>
public sealed record Tenant(Guid Id);
