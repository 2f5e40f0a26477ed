using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>Lets readers to what is known of targets, and administrators, only them, to changing it.</summary>
public sealed class TargetAccess(ITargetStore targets, Authorities authorities)
{
    public static Refusal Unknown { get; } = new(RefusalCode.TargetNotFound, "There is no such target.");

    /// <summary>Why the caller may not see targets; null when they may.</summary>
    public async Task<Refusal?> ReadRefusalAsync(Caller caller, DateTimeOffset now, CancellationToken ct) =>
        (await authorities.OfAsync(caller, now, ct)).MayRead ? null : Refusals.MayNotRead;

    /// <summary>Why the caller may not change targets; null when they may.</summary>
    public async Task<Refusal?> ManageRefusalAsync(Caller caller, DateTimeOffset now, CancellationToken ct) =>
        (await authorities.OfAsync(caller, now, ct)).MayManageTargets ? null : Refusals.MayNotManage;

    /// <summary>A target, for those who may see it.</summary>
    public async Task<Outcome<Target>> ReadAsync(Caller caller, TargetId id, DateTimeOffset now, CancellationToken ct) =>
        await ReadRefusalAsync(caller, now, ct) is { } refusal ? refusal : await FindAsync(id, ct);

    /// <summary>A target, for those who may change it.</summary>
    public async Task<Outcome<Target>> ManageAsync(Caller caller, TargetId id, DateTimeOffset now, CancellationToken ct) =>
        await ManageRefusalAsync(caller, now, ct) is { } refusal ? refusal : await FindAsync(id, ct);

    private async Task<Outcome<Target>> FindAsync(TargetId id, CancellationToken ct) =>
        await targets.FindAsync(id, ct) is { } target ? target : Unknown;
}
