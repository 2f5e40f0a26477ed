using Regent.Api.OData;
using Regent.Core.Roles;

namespace Regent.Api.Arm.Protocol;

/// <summary>Reads what filters compare with.</summary>
internal static class TermValues
{
    public static Reading<Guid> Id(ArmTerm term) => Guid.TryParseExact(term.Value, "D", out var id) ? id : term.Misfit;

    public static Reading<RoleDefinitionId> Role(ArmTerm term) => ArmIds.ReadRole(term.Value) is { } role ? role : term.Misfit;

    /// <summary>The values by these names, whatever their letter case; none where Regent knows none.</summary>
    public static IReadOnlyList<T> Named<T>(ArmTerm term)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(value => term.Values.Contains(value.ToString(), StringComparer.OrdinalIgnoreCase))];
}
