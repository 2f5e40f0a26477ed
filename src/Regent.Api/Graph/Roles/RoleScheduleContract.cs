using System.Text.Json.Serialization;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Schedules;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Roles;

/// <summary>A schedule of a directory role (specification of the API, section 2.1).</summary>
internal abstract record RoleScheduleContract : RoleHoldingContract
{
    protected RoleScheduleContract(SeenSchedule seen, Related related)
        : base(seen, related, RoleScheduleIds.Of(seen))
    {
        var schedule = seen.Listing.Schedule;
        CreatedUsing = seen.IsMadeByRequest ? schedule.Id.ToString() : null;
        CreatedDateTime = seen.IsMadeByRequest ? schedule.CreatedAt : null;
        Status = ScheduleWords.Status(seen);
        ScheduleInfo = RequestScheduleContract.Of(schedule);
    }

    [JsonPropertyOrder(Middle)]
    public string? CreatedUsing { get; }

    [JsonPropertyOrder(Middle)]
    public DateTimeOffset? CreatedDateTime { get; }

    /// <summary>Always null: when it was changed is in the record of requests.</summary>
    [JsonPropertyOrder(Middle)]
    public DateTimeOffset? ModifiedDateTime { get; }

    [JsonPropertyOrder(Middle)]
    public string Status { get; }

    [JsonPropertyOrder(Middle)]
    public RequestScheduleContract ScheduleInfo { get; }
}
