using Regent.Api.OData;

namespace Regent.Api.Arm.Protocol;

/// <summary>One condition of a filter; all of them must hold.</summary>
/// <param name="Name">The member that is compared, or the function, with <c>()</c> behind it; in small letters.</param>
/// <param name="Values">What the member equals one of, or the function is given.</param>
internal sealed record ArmTerm(string Name, IReadOnlyList<string> Values)
{
    /// <summary>The one value; empty when there is none, or several.</summary>
    public string Value => Values is [var one] ? one : "";

    /// <summary>What to say when nothing here can answer this term.</summary>
    public Flaw Unsupported => new(FlawKind.UnsupportedQuery, $"'{Name}' is not supported in $filter here.") { Target = "$filter" };

    /// <summary>What to say when the value can be no value of this member.</summary>
    public Flaw Misfit => new(FlawKind.Query, $"'{string.Join("', '", Values)}' is not a value that '{Name}' can have.") { Target = "$filter" };
}
