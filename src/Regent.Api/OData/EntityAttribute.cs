namespace Regent.Api.OData;

/// <summary>Marks a contract that has an identity of its own, and says what it is called in the schema.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class EntityAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>Whether lists of it can be searched with <c>$search</c>.</summary>
    public bool IsSearchable { get; init; }
}
