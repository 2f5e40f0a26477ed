using Regent.Api.OData;
using Regent.Core.Roles;

namespace Regent.Api.Graph.Protocol;

/// <summary>Reads what filters compare with.</summary>
internal static class FilterValues
{
    public static Reading<Guid> Id(FilterTerm term) => Guid.TryParseExact(term.Text, "D", out var id) ? id : term.Misfit;

    public static Reading<Scope> Scope(FilterTerm term) => Core.Roles.Scope.TryParse(term.Text, out var scope) ? scope : term.Misfit;

    /// <summary>The values by this name, whatever its letter case: one, or none where Regent knows none.</summary>
    public static IReadOnlyList<T> Named<T>(FilterTerm term)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(value => value.ToString().Equals(term.Text, StringComparison.OrdinalIgnoreCase))];
}
