using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Core.Assignments;
using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>How far an assignment has got in the systems behind it; for those who do not read everything, in their own accounts.</summary>
internal static class ProgressRoom
{
    public static void Map(IEndpointRouteBuilder access) =>
        access.MapGet("progress/{id}", GetAsync).Needs(AccessPermissions.ReadTargets).Shows(typeof(ProgressContract));

    private static async Task<IResult> GetAsync(GraphCall call, string id, GetProgress get, CancellationToken ct)
    {
        if (Members.Id(id) is not { } known)
        {
            return GraphErrors.NoSuchItem(id);
        }

        var schedule = new ScheduleId(known);
        return AccessAnswers.Item(ProgressContract.Of(
            (await get.ExecuteAsync(call.Caller, [schedule], whose: null, ct)).GetValueOrDefault(schedule) ?? new AccessProgress(schedule, [])));
    }
}
