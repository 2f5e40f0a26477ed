using Regent.Core.Principals;

namespace Regent.Core.Requests;

/// <summary>Who is to be told at this moment, beside the requestor.</summary>
/// <param name="Approvers">Who may decide, the requestor left out.</param>
/// <param name="Administrators">Who is told of activations (specification, section 5.3).</param>
public sealed record Audience(IReadOnlyList<PrincipalId> Approvers, IReadOnlyList<PrincipalId> Administrators);
