using Regent.Operations.Assignments;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>What is in force in a group.</summary>
internal abstract record GroupInstanceContract : GroupHoldingContract
{
    protected GroupInstanceContract(SeenSchedule seen, Related related)
        : base(seen, related) =>
        (StartDateTime, EndDateTime) = (seen.Listing.Schedule.Effective.Start, seen.Listing.Schedule.Effective.End);

    public DateTimeOffset StartDateTime { get; }

    public DateTimeOffset? EndDateTime { get; }
}
