using Regent.Core.Targets;

namespace Regent.Api.Access;

/// <summary>Who has what in a target.</summary>
internal sealed record HoldingContract(string Account, string Entitlement)
{
    public static IReadOnlyList<HoldingContract> Of(IEnumerable<Holding> holdings) => [.. holdings.Select(one => new HoldingContract(one.Account, one.Entitlement))];
}
