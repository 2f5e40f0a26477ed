using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Requests;

/// <summary>What an activation would meet if it were asked now.</summary>
/// <param name="Role">The role.</param>
/// <param name="Policy">What it demands.</param>
/// <param name="Verdict">The judgement of the ask as it stands.</param>
/// <param name="Eligibility">The eligibility it would use; null when there is none.</param>
/// <param name="Approvers">Who would be asked, the caller left out; empty when no approval is demanded, and for who is not eligible.</param>
public sealed record ActivationPreview(
    RoleDefinition Role, RolePolicy Policy, Verdict Verdict, Schedule? Eligibility, IReadOnlyList<Principal> Approvers)
{
    /// <summary>What the scope is called; null for the tenant.</summary>
    public string? ScopeName { get; init; }
}
