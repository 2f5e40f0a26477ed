using System.Text.Json;
using Azure.Core;
using Regent.Core.Targets;

namespace Regent.Targets.Azure;

/// <summary>Roles with an end, by Azure's own privileged identity management.</summary>
internal sealed class AzureSchedules(AzureArm arm, TimeProvider clock) : IAzureAccess
{
    private const string Version = "2020-10-01";
    private const string Reason = "Given and taken back by Regent";

    public async Task<TenantReply<TargetAnswer>> GiveAsync(AzureGift gift, CancellationToken ct)
    {
        var made = await AskAsync("AdminAssign", gift.Place, gift.End, ct);
        if (!made.Has("RoleAssignmentExists"))
        {
            return AzureErrors.Given(gift.Place, made);
        }

        var there = await AtAsync(gift.Place, ct);
        return there.Value is { } holders ? await MoveAsync(gift, holders, made, ct) : there.As<TargetAnswer>();
    }

    public async Task<TenantReply<TargetAnswer>> TakeAsync(AzurePlace place, CancellationToken ct)
    {
        var there = await AtAsync(place, ct);
        if (there.Value is not { } holders)
        {
            return AzureErrors.Taken(there);
        }

        if (TenantStay.IsOnlyActivated(holders, holder => holder.IsGiven))
        {
            return TenantReply<TargetAnswer>.Of(TargetAnswer.Done);
        }

        var gone = AzureErrors.Taken(await AskAsync("AdminRemove", place, end: null, ct));
        return gone.Has(TenantStay.TooShort) ? await ShortenAsync(place, holders.FirstOrDefault(holder => holder.IsGiven), gone.Trouble!, ct) : gone;
    }

    public async Task<TenantReply<IReadOnlyList<AzureHolder>>> HoldersAsync(string scope, string? principal, CancellationToken ct)
    {
        var there = await ReadAsync(scope, principal, ct);
        return there.Value is { } all ? TenantReply<IReadOnlyList<AzureHolder>>.Of([.. all.Where(holder => holder.IsGiven)]) : there;
    }

    public async Task<TenantReply<bool>> TryChangeAsync(AzurePlace nobody, CancellationToken ct) => (await AskAsync("AdminRemove", nobody, end: null, ct)).As<bool>();

    // Whoever administers the place gets a mail about each change: one that changes nothing is not asked for.
    private async Task<TenantReply<TargetAnswer>> MoveAsync(
        AzureGift gift, IReadOnlyList<AzureHolder> holders, TenantReply<JsonElement> refusal, CancellationToken ct)
    {
        var given = holders.Where(holder => holder.IsGiven).ToList();
        return given switch
        {
            [] when TenantStay.IsOnlyActivated(holders, holder => holder.IsGiven) => TenantReply<TargetAnswer>.Of(TenantStay.Activated(gift.Place.Holding, refusal.Trouble!)),
            [] => refusal.As<TargetAnswer>(),
            _ when given.Exists(holder => TenantStay.IsSame(holder.End, gift.End)) => TenantReply<TargetAnswer>.Of(TargetAnswer.Done),
            _ => AzureErrors.Given(gift.Place, await AskAsync("AdminUpdate", gift.Place, gift.End, ct)),
        };
    }

    // What cannot be taken back yet can be given an end, so that it goes also when Regent is down by then.
    private async Task<TenantReply<TargetAnswer>> ShortenAsync(AzurePlace place, AzureHolder? holder, TargetAnswer refusal, CancellationToken ct)
    {
        var end = TenantStay.EndOf(holder?.Start, clock.GetUtcNow());
        var endsThere = TenantStay.EndsBy(holder?.End, end) || (await AskAsync("AdminUpdate", place, end, ct)).Trouble is null;
        return TenantReply<TargetAnswer>.Of(TenantStay.Answer(refusal, end, endsThere));
    }

    private async Task<TenantReply<IReadOnlyList<AzureHolder>>> AtAsync(AzurePlace place, CancellationToken ct)
    {
        var there = await ReadAsync(place.Scope, place.Principal, ct);
        return there.Value is { } all ? TenantReply<IReadOnlyList<AzureHolder>>.Of([.. all.Where(holder => holder.Is(place))]) : there;
    }

    private Task<TenantReply<IReadOnlyList<AzureHolder>>> ReadAsync(string scope, string? principal, CancellationToken ct) =>
        AzureHolders.ReadAsync(arm, scope, "roleAssignmentScheduleInstances", Version, principal, ct);

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
