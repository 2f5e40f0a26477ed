using Regent.Core.Targets;

namespace Regent.Targets;

/// <summary>Somebody who was looked for in a tenant.</summary>
/// <param name="Id">The object id; null when there is nobody, or when there was trouble.</param>
/// <param name="Name">The user principal name; null when it is not known.</param>
/// <param name="Trouble">Why it could not be told; null when it could.</param>
internal sealed record TenantPerson(string? Id, string? Name, TargetAnswer? Trouble)
{
    public static TenantPerson Nobody { get; } = new(null, null, null);
}
