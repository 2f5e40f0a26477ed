using Regent.Api.OData;
using Regent.Core.Roles;

namespace Regent.Api.Graph.Directory;

/// <summary>What a question about directory roles means. They are few, and each answer is cut out of all of them.</summary>
internal static class RoleFilter
{
    public static Reading<Func<RoleDefinition, bool>> Read(ODataQuery asked) => asked.Filter.Select(Test).Concat(Search(asked.Search))
        .Aggregate(Where(_ => true), (before, test) => before.Then(others => test.Then(another => Where(role => others(role) && another(role)))));

    private static Reading<Func<RoleDefinition, bool>> Test(FilterTerm term) => term switch
    {
        { Path: "displayName", Operator: FilterOperator.Equal } => Where(role => role.DisplayName.Equals(term.Text, StringComparison.OrdinalIgnoreCase)),
        { Path: "displayName", Operator: FilterOperator.StartsWith } =>
            Where(role => role.DisplayName.StartsWith(term.Text, StringComparison.OrdinalIgnoreCase)),
        { Path: "roleTemplateId", Operator: FilterOperator.Equal } => Where(role => IsSame(role.TemplateId?.ToString("D") ?? role.Id.ToString(), term.Text)),
        { Path: "id", Operator: FilterOperator.Equal or FilterOperator.In } =>
            Where(role => term.Values.Any(id => IsSame(role.Id.ToString(), id as string))),
        _ => term.Unsupported,
    };

    private static bool IsSame(string id, string? other) => id.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Reading<Func<RoleDefinition, bool>>> Search(IReadOnlyList<SearchTerm> terms)
    {
        if (terms.FirstOrDefault(term => !term.Member.Equals("displayName", StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            yield return other.Unsupported;
        }
        else if (terms.Count > 0)
        {
            yield return Where(role => terms.Any(term => role.DisplayName.Contains(term.Text.Trim(), StringComparison.OrdinalIgnoreCase)));
        }
    }

    private static Reading<Func<RoleDefinition, bool>> Where(Func<RoleDefinition, bool> test) => test;
}
