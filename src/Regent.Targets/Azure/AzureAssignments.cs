using System.Text.Json;
using Azure.Core;
using Regent.Core.Targets;

namespace Regent.Targets.Azure;

/// <summary>Roles without an end, for tenants without privileged identity management of their own.</summary>
internal sealed class AzureAssignments(AzureArm arm, TimeProvider clock) : IAzureAccess
{
    private const string Version = "2022-04-01";
    private const string Kind = "roleAssignments";

    public async Task<TenantReply<TargetAnswer>> GiveAsync(AzureGift gift, CancellationToken ct)
    {
        var reply = await arm.SendAsync(
            RequestMethod.Put,
            gift.Place.Scope,
            $"{Kind}/{Guid.CreateVersion7(clock.GetUtcNow())}",
            Version,
            new { properties = new { principalId = gift.Place.Principal, roleDefinitionId = gift.Place.RoleAddress, description = "Given by Regent" } },
            ct);
        return reply.Has("RoleAssignmentExists") ? TenantReply<TargetAnswer>.Of(TargetAnswer.Done) : AzureErrors.Given(gift.Place, reply);
    }

    public async Task<TenantReply<TargetAnswer>> TakeAsync(AzurePlace place, CancellationToken ct)
    {
        var there = await HoldersAsync(place.Scope, place.Principal, ct);
        if (there.Value is not { } holders)
        {
            return there.IsMissing ? TenantReply<TargetAnswer>.Of(TargetAnswer.Done) : there.As<TargetAnswer>();
        }

        foreach (var holder in holders.Where(holder => holder.Is(place)))
        {
            var gone = AzureErrors.Taken(await DeleteAsync(place.Scope, holder.Id[(holder.Id.LastIndexOf('/') + 1)..], ct));
            if (gone.Trouble is not null)
            {
                return gone;
            }
        }

        return TenantReply<TargetAnswer>.Of(TargetAnswer.Done);
    }

    public Task<TenantReply<IReadOnlyList<AzureHolder>>> HoldersAsync(string scope, string? principal, CancellationToken ct) =>
        AzureHolders.ReadAsync(arm, scope, Kind, Version, principal, ct);

    public async Task<TenantReply<bool>> TryChangeAsync(AzurePlace nobody, CancellationToken ct) =>
        (await DeleteAsync(nobody.Scope, $"{Guid.CreateVersion7(clock.GetUtcNow())}", ct)).As<bool>();

    private Task<TenantReply<JsonElement>> DeleteAsync(string scope, string name, CancellationToken ct) =>
        arm.SendAsync(RequestMethod.Delete, scope, $"{Kind}/{Uri.EscapeDataString(name)}", Version, body: null, ct);
}
