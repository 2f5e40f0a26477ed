namespace Regent.Api.OData;

/// <summary>A related item that is to be seen with an item.</summary>
/// <param name="Member">The member that holds it.</param>
/// <param name="Selection">What is wanted to be seen of it.</param>
internal sealed record Expansion(string Member, Selection Selection)
{
    /// <summary>As it is told in the context of an answer, such as <c>policy(rules())</c>.</summary>
    public override string ToString() => Selection == Selection.Default ? $"{Member}()" : $"{Member}{Selection}";
}
