using System.Text.Json;
using Azure.Core;
using Regent.Core.Targets;

namespace Regent.Targets.Azure;

/// <summary>Roles with an end, by Azure's own privileged identity management.</summary>
internal sealed class AzureSchedules(AzureArm arm, TimeProvider clock) : IAzureAccess
{
    private const string Version = "2020-10-01";
    private const string Reason = "Given and taken back by Regent";

    private static readonly TimeSpan SameEnd = TimeSpan.FromSeconds(1);

    public async Task<TenantReply<TargetAnswer>> GiveAsync(AzureGift gift, CancellationToken ct)
    {
        var made = await AskAsync("AdminAssign", gift.Place, gift.End, ct);
        if (!made.Has("RoleAssignmentExists"))
        {
            return AzureErrors.Given(gift.Place, made);
        }

        // Whoever administers the place gets a mail about each change: one that changes nothing is not asked for.
        var there = await HoldersAsync(gift.Place.Scope, gift.Place.Principal, ct);
        if (there.Value is not { } holders)
        {
            return there.As<TargetAnswer>();
        }

        return holders.Any(holder => holder.Is(gift.Place) && IsSame(holder.End, gift.End))
            ? TenantReply<TargetAnswer>.Of(TargetAnswer.Done)
            : AzureErrors.Given(gift.Place, await AskAsync("AdminUpdate", gift.Place, gift.End, ct));
    }

    public async Task<TenantReply<TargetAnswer>> TakeAsync(AzurePlace place, CancellationToken ct) =>
        AzureErrors.Taken(await AskAsync("AdminRemove", place, end: null, ct));

    public Task<TenantReply<IReadOnlyList<AzureHolder>>> HoldersAsync(string scope, string? principal, CancellationToken ct) =>
        AzureHolders.ReadAsync(arm, scope, "roleAssignmentScheduleInstances", Version, principal, ct);

    public async Task<TenantReply<bool>> TryChangeAsync(AzurePlace nobody, CancellationToken ct) => (await AskAsync("AdminRemove", nobody, end: null, ct)).As<bool>();

    private static bool IsSame(DateTimeOffset? end, DateTimeOffset? wanted) =>
        (end, wanted) is (null, null) || (end - wanted)?.Duration() <= SameEnd;

    // Each attempt has a name of its own: under one that was used before, Azure would repeat what it answered then.
    private Task<TenantReply<JsonElement>> AskAsync(string action, AzurePlace place, DateTimeOffset? end, CancellationToken ct) => arm.SendAsync(
        RequestMethod.Put,
        place.Scope,
        $"roleAssignmentScheduleRequests/{Guid.CreateVersion7(clock.GetUtcNow())}",
        Version,
        new
        {
            properties = new
            {
                requestType = action,
                principalId = place.Principal,
                roleDefinitionId = place.RoleAddress,
                justification = Reason,
                scheduleInfo = action == "AdminRemove" ? null : new
                {
                    expiration = new { type = end is null ? "NoExpiration" : "AfterDateTime", endDateTime = end?.UtcDateTime },
                },
            },
        },
        ct);
}
