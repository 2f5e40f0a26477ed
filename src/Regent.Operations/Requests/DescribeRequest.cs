using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Adds the names a door shows to a request that was just carried out, or rehearsed, for who asked it.</summary>
public sealed class DescribeRequest(IDirectory directory, IRoleStore roles, IScheduleStore schedules, PlaceNames names)
{
    public async Task<RequestListing> ExecuteAsync(ScheduleRequest request, CancellationToken ct) => new(
        request,
        await directory.FindAsync(request.Principal, ct) ?? throw new InvalidOperationException($"{request.Principal} is gone."),
        await roles.FindAsync(request.Role, ct) ?? throw new InvalidOperationException($"{request.Role} is gone."),
        request.Schedule is { } schedule ? await schedules.FindAsync(schedule, ct) : null)
    {
        ScopeName = (await names.OfAsync([request.Scope], ct)).GetValueOrDefault(request.Scope),
    };
}
