using Regent.Core.Assignments;

namespace Regent.Api.Graph.Protocol;

/// <summary>One permission that Regent knows: of Graph (specification of the API, section 1.6), or of its own.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it lets a program do, for the person who agrees to it.</param>
/// <param name="Powers">What a program that acts for itself may by it, beside its roles.</param>
internal sealed record GraphPermission(string Name, string Description, params Power[] Powers)
{
    public bool IsForPeopleOnly { get; init; }
}
