using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Schedules;

/// <summary>Looks up those related items that are wanted to be seen, and no others.</summary>
internal static class Expansions
{
    private const string Eligibility = "activatedUsing";
    private const string Target = "targetSchedule";

    /// <summary>What schedules refer to.</summary>
    public static Task<Related> OfAsync(
        this FindRelated find, Selection selection, IReadOnlyCollection<SeenSchedule> seen, CancellationToken ct) => find.ExecuteAsync(
            selection.Wants(Eligibility) ? [.. seen.Select(one => one.Listing.Schedule.ActivatedUsing).OfType<ScheduleId>()] : [],
            Places(selection, seen.Select(one => one.Listing.Schedule.Scope)), ct);

    /// <summary>What requests refer to.</summary>
    public static Task<Related> OfAsync(
        this FindRelated find, Selection selection, IReadOnlyCollection<RequestListing> listings, CancellationToken ct) => find.ExecuteAsync(
            [
                .. listings.Where(_ => selection.Wants(Eligibility)).Select(one => one.Schedule?.ActivatedUsing).OfType<ScheduleId>(),
                .. listings.Where(_ => selection.Wants(Target)).Select(one => one.Request.Schedule ?? one.Request.Target).OfType<ScheduleId>(),
            ],
            Places(selection, listings.Select(one => one.Request.Scope)), ct);

    private static IReadOnlyCollection<Scope> Places(Selection selection, IEnumerable<Scope> scopes) =>
        selection.Wants("directoryScope") || selection.Wants("group") ? [.. scopes] : [];

    private static bool Wants(this Selection selection, string member) =>
        selection.Expanded.Any(one => one.Member == member || one.Selection.Wants(member));
}
