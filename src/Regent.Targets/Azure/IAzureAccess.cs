using Regent.Core.Targets;

namespace Regent.Targets.Azure;

/// <summary>One of the two ways in which roles are held: with an end, or plainly. Each call is about one holding.</summary>
internal interface IAzureAccess
{
    Task<TenantReply<TargetAnswer>> GiveAsync(AzureGift gift, CancellationToken ct);

    Task<TenantReply<TargetAnswer>> TakeAsync(AzurePlace place, CancellationToken ct);

    /// <summary>Who has any role at a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="principal">Only this one; null is everybody.</param>
    /// <param name="ct">Gives up.</param>
    Task<TenantReply<IReadOnlyList<AzureHolder>>> HoldersAsync(string scope, string? principal, CancellationToken ct);

    /// <summary>Asks for a change that cannot come about, to see whether changes are allowed.</summary>
    Task<TenantReply<bool>> TryChangeAsync(AzurePlace nobody, CancellationToken ct);
}
