using Microsoft.OData.UriParser;

namespace Regent.Api.OData;

/// <summary>What a query wants to see of each item.</summary>
/// <param name="Members">Only these members; null is all that are given unless asked otherwise.</param>
/// <param name="Expanded">These related items as well.</param>
internal sealed record Selection(IReadOnlyList<string>? Members, IReadOnlyList<Expansion> Expanded)
{
    /// <summary>All that is given unless asked otherwise.</summary>
    public static Selection Default { get; } = new(Members: null, Expanded: []);

    /// <summary>Whether a member of an item is to be seen; its id and what is said about it always are.</summary>
    public bool Shows(string member, bool onDemand) =>
        Expands(member) || (Members is null ? !onDemand : Members.Contains(member) || member == "id" || member.StartsWith('@'));

    /// <summary>Whether this related item is to be seen.</summary>
    public bool Expands(string member) => Expanded.Any(expansion => expansion.Member == member);

    /// <summary>What is wanted to be seen of a related item.</summary>
    public Selection Of(string member) => Expanded.FirstOrDefault(expansion => expansion.Member == member)?.Selection ?? Default;

    /// <summary>As it is told in the context of an answer, such as <c>(id,displayName,principal())</c>.</summary>
    public override string ToString()
    {
        var named = (Members ?? []).Concat(Expanded.Select(expansion => expansion.ToString()));
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
        var expanded = new List<Expansion>();
        var everything = clause.AllSelected;
        foreach (var item in clause.SelectedItems)
        {
            switch (item)
            {
                case PathSelectItem path when IsWhole(path):
                    members.Add(path.SelectedPath.FirstSegment.Identifier);
                    break;
                case WildcardSelectItem:
                    everything = true;
                    break;
                case ExpandedNavigationSelectItem related when IsWhole(related):
                    switch (Of(related.SelectAndExpand))
                    {
                        case Reading<Selection>.Good(var inner):
                            expanded.Add(new Expansion(related.PathToNavigationProperty.FirstSegment.Identifier, inner));
                            break;
                        case Reading<Selection>.Bad(var flaw):
                            return flaw;
                    }

                    break;
                default:
                    return new Flaw(
                        FlawKind.UnsupportedQuery, "Only $select and $expand can be used inside $expand here, and nothing inside $select.")
                    {
                        Target = "$expand",
                    };
            }
        }

        return new Selection(everything ? null : members, expanded);
    }

    private static bool IsWhole(PathSelectItem item) =>
        item is { SelectedPath.Count: 1, FilterOption: null, OrderByOption: null } && item.SelectAndExpand?.SelectedItems.Any() != true;

    private static bool IsWhole(ExpandedNavigationSelectItem item) => item is
    {
        FilterOption: null, OrderByOption: null, SearchOption: null, TopOption: null, SkipOption: null, CountOption: null or false,
        PathToNavigationProperty.Count: 1,
    };
}
