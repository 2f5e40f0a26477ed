using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Schedules;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>A schedule in a group.</summary>
internal abstract record GroupScheduleContract : GroupHoldingContract
{
    protected GroupScheduleContract(SeenSchedule seen, Related related)
        : base(seen, related)
    {
        var schedule = seen.Listing.Schedule;
        CreatedDateTime = schedule.CreatedAt;
        CreatedUsing = seen.IsMadeByRequest ? schedule.Id.ToString() : null;
        ScheduleInfo = RequestScheduleContract.Of(schedule);
        Status = ScheduleWords.Status(seen);
    }

    public DateTimeOffset CreatedDateTime { get; }

    public string? CreatedUsing { get; }

    /// <summary>Always null: when it was changed is in the record of requests.</summary>
    public DateTimeOffset? ModifiedDateTime { get; }

    public RequestScheduleContract ScheduleInfo { get; }

    public string Status { get; }
}
