namespace Regent.Operations.Policies;

/// <summary>An authentication context that the operator configured, so that roles may demand it.</summary>
/// <param name="Id"><c>c1</c> to <c>c99</c>.</param>
/// <param name="Name">How people know it.</param>
public sealed record NamedContext(string Id, string Name);
