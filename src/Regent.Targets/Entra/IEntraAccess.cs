using Regent.Core.Targets;

namespace Regent.Targets.Entra;

/// <summary>One of the two ways in which directory roles are held: with an end, or plainly.</summary>
internal interface IEntraAccess
{
    /// <summary>Gives each; one answer for each, in their order.</summary>
    Task<IReadOnlyList<TargetAnswer>> GiveAsync(IReadOnlyList<EntraGift> gifts, CancellationToken ct);

    /// <summary>Takes each back; one answer for each, in their order.</summary>
    Task<IReadOnlyList<TargetAnswer>> TakeAsync(IReadOnlyList<EntraPlace> places, CancellationToken ct);

    /// <summary>Who has a role.</summary>
    /// <param name="role">The id of the role.</param>
    /// <param name="principal">Only this one; null is everybody.</param>
    /// <param name="ct">Gives up.</param>
    Task<TenantReply<IReadOnlyList<EntraHolder>>> HoldersAsync(string role, string? principal, CancellationToken ct);

    /// <summary>Asks for a change that cannot come about, to see whether changes are allowed.</summary>
    Task<TenantReply<bool>> TryChangeAsync(string role, CancellationToken ct);
}
