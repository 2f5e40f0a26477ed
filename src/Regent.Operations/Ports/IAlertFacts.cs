using Regent.Core.Alerts;
using Regent.Core.Assignments;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>What alerts ask of everything that was given and activated in directory roles.</summary>
public interface IAlertFacts
{
    /// <summary>How much the query finds.</summary>
    Task<HeldCount> CountAsync(HeldQuery query, CancellationToken ct);

    /// <summary>A stretch of what the query finds, by the holder's name.</summary>
    Task<Page<IdleRole>> ListAsync(HeldQuery query, PageAsk page, CancellationToken ct);

    /// <summary>
    /// The activations that began in this time, of everybody who activated a role at a scope at least so often in it; in no order.
    /// </summary>
    Task<IReadOnlyList<Schedule>> RepeatedActivationsAsync(int atLeast, DateTimeOffset since, DateTimeOffset now, CancellationToken ct);

    /// <summary>The roles somebody is eligible for at this moment, each with since when the first of them is.</summary>
    Task<IReadOnlyDictionary<RoleDefinitionId, DateTimeOffset>> ActivatableRolesAsync(DateTimeOffset now, CancellationToken ct);
}
