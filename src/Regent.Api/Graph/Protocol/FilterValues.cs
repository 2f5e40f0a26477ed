using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Protocol;

/// <summary>Reads what filters compare with.</summary>
internal static class FilterValues
{
    public static Reading<Guid> Id(FilterTerm term) => Guid.TryParseExact(term.Text, "D", out var id) ? id : term.Misfit;

    /// <summary>The id, or the ids of which one must be met.</summary>
    public static Reading<IReadOnlyList<Guid>> Ids(FilterTerm term)
    {
        if (term.Operator is not (FilterOperator.Equal or FilterOperator.In))
        {
            return term.Unsupported;
        }

        var ids = term.Values.Select(value => Guid.TryParseExact(value as string, "D", out var id) ? id : (Guid?)null).ToList();
        return ids.Contains(null) ? term.Misfit : new Reading<IReadOnlyList<Guid>>.Good([.. ids.OfType<Guid>()]);
    }

    public static Reading<Scope> Scope(FilterTerm term) => Core.Roles.Scope.TryParse(term.Text, out var scope) ? scope : term.Misfit;

    /// <summary>A text that must be met, in full or by its beginning.</summary>
    public static Reading<TextMatch> Match(FilterTerm term) => term.Operator switch
    {
        FilterOperator.Equal => new TextMatch(term.Text, IsBeginning: false),
        FilterOperator.StartsWith => new TextMatch(term.Text, IsBeginning: true),
        _ => term.Unsupported,
    };

    /// <summary>The values by this name, whatever its letter case: one, or none where Regent knows none.</summary>
    public static IReadOnlyList<T> Named<T>(FilterTerm term)
        where T : struct, Enum => Named<T>(term.Text);

    /// <summary>The values of which one must be met, or none must be; names that Regent does not know find nothing.</summary>
    public static Reading<IReadOnlyList<T>> NamedAny<T>(FilterTerm term)
        where T : struct, Enum
    {
        T[] named = [.. term.Values.SelectMany(value => Named<T>(value as string ?? ""))];
        return term.Operator switch
        {
            FilterOperator.Equal or FilterOperator.In => new Reading<IReadOnlyList<T>>.Good(named),
            FilterOperator.NotEqual => new Reading<IReadOnlyList<T>>.Good([.. Enum.GetValues<T>().Except(named)]),
            _ => term.Unsupported,
        };
    }

    private static T[] Named<T>(string text)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(value => value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))];
}
