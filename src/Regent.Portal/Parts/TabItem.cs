namespace Regent.Portal.Parts;

/// <summary>One of several <see cref="Tabs"/>.</summary>
/// <param name="Name">The value in the query.</param>
/// <param name="Title">What people read.</param>
/// <param name="Count">How many things are behind it, when known.</param>
public sealed record TabItem(string Name, string Title, int? Count = null);
