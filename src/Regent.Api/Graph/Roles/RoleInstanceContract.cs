using System.Text.Json.Serialization;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Roles;

/// <summary>A schedule of a directory role that is in force (specification of the API, section 2.1).</summary>
internal abstract record RoleInstanceContract : RoleHoldingContract
{
    protected RoleInstanceContract(SeenSchedule seen, Related related)
        : base(seen, related, InstanceId.Of(seen.Listing.Schedule).ToString())
    {
        var effective = seen.Listing.Schedule.Effective;
        StartDateTime = seen.IsMadeByRequest || !effective.IsPermanent ? effective.Start : null;
        EndDateTime = effective.End;
    }

    /// <summary>When it began; null for what is permanent and no request made.</summary>
    [JsonPropertyOrder(Middle)]
    public DateTimeOffset? StartDateTime { get; }

    [JsonPropertyOrder(Middle)]
    public DateTimeOffset? EndDateTime { get; }
}
