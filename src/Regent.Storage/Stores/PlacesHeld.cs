using Regent.Core.Assignments;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>The scopes a list is limited to: those that are named, and those a query finds.</summary>
/// <param name="Named">What has left the tree still stands where it says.</param>
/// <param name="Found">What the tree, or the directory, says lies in them.</param>
internal sealed record PlacesHeld(List<string> Named, IQueryable<string> Found)
{
    public static PlacesHeld Of(RegentDb db, Reach reach) => new(
        [.. reach.Scopes.Select(scope => scope.Value)],
        reach.OrdinaryGroups || reach.RoleAssignableGroups
            ? GroupList.ScopesIn(db, reach)
            : ScopesBelow.Of(db, reach.Scopes).Select(scope => scope.Value));

    public static PlacesHeld Of(RegentDb db, Around around) => new(
        [around.Place.Scope.Value, .. around.Place.Above.Select(scope => scope.Value)],
        around.AndBelow
            ? ScopesBelow.Of(db, [around.Place.Scope]).Select(scope => scope.Value)
            : db.Set<ScopeRow>().Where(_ => false).Select(scope => scope.Value));
}
