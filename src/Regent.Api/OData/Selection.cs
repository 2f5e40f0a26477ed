using Microsoft.OData.UriParser;

namespace Regent.Api.OData;

/// <summary>What a query wants to see of each item.</summary>
/// <param name="Members">Only these members; null is all that are given unless asked otherwise.</param>
/// <param name="Expanded">These related items as well.</param>
internal sealed record Selection(IReadOnlyList<string>? Members, IReadOnlyList<string> Expanded)
{
    /// <summary>All that is given unless asked otherwise.</summary>
    public static Selection Default { get; } = new(Members: null, Expanded: []);

    /// <summary>Whether a member of an item is to be seen; its id and what is said about it always are.</summary>
    public bool Shows(string member, bool onDemand) =>
        Expanded.Contains(member) || (Members is null ? !onDemand : Members.Contains(member) || member == "id" || member.StartsWith('@'));

    /// <summary>As it is told in the context of an answer, such as <c>(id,displayName,principal())</c>.</summary>
    public override string ToString()
    {
        var named = (Members ?? []).Concat(Expanded.Select(member => $"{member}()"));
        return Members is null && Expanded.Count == 0 ? "" : $"({string.Join(',', named)})";
    }

    /// <summary>Reads what the parser made of <c>$select</c> and <c>$expand</c>.</summary>
    public static Reading<Selection> Of(SelectExpandClause? clause)
    {
        if (clause is null || !clause.SelectedItems.Any())
        {
            return Default;
        }

        var members = new List<string>();
        var expanded = new List<string>();
        foreach (var item in clause.SelectedItems)
        {
            switch (item)
            {
                case PathSelectItem { SelectedPath.Count: 1 } path:
                    members.Add(path.SelectedPath.FirstSegment.Identifier);
                    break;
                case ExpandedNavigationSelectItem related when IsPlain(related):
                    expanded.Add(related.PathToNavigationProperty.FirstSegment.Identifier);
                    break;
                case WildcardSelectItem:
                    return new Selection(Members: null, expanded);
                default:
                    return new Flaw(FlawKind.UnsupportedQuery, "Options inside $select and $expand are not supported here.") { Target = "$expand" };
            }
        }

        return new Selection(clause.AllSelected ? null : members, expanded);
    }

    private static bool IsPlain(ExpandedNavigationSelectItem item) =>
        item is { FilterOption: null, OrderByOption: null, SearchOption: null, TopOption: null, SkipOption: null, CountOption: null }
        && !item.SelectAndExpand.SelectedItems.Any();
}
