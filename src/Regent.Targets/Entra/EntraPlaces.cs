using Regent.Core.Targets;

namespace Regent.Targets.Entra;

/// <summary>Finds what holdings are in the tenant's own terms.</summary>
internal sealed class EntraPlaces(TenantGraph graph, TenantPeople people)
{
    /// <summary>One place for each, in their order.</summary>
    public async Task<IReadOnlyList<EntraPlace>> FindAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        if (holdings.Count == 0)
        {
            return [];
        }

        var roles = await EntraRoles.LoadAsync(graph, ct);
        if (roles.Value is not { } all)
        {
            return [.. holdings.Select(holding => EntraPlace.Without(holding, roles.Trouble!))];
        }

        var accounts = await people.FindAsync(holdings.Select(holding => holding.Account), ct);
        return [.. holdings.Select(holding => PlaceOf(holding, all, accounts[holding.Account]))];
    }

    private static EntraPlace PlaceOf(Holding holding, EntraRoles roles, TenantPerson person)
    {
        if (!EntraEntitlement.TryParse(holding.Entitlement, out var entitlement))
        {
            return EntraPlace.Without(holding, TargetAnswer.UnknownEntitlement(holding.Entitlement));
        }

        var (role, trouble) = roles.Find(entitlement, holding.Entitlement);
        return (trouble ?? person.Trouble, person.Id) switch
        {
            ({ } why, _) => EntraPlace.Without(holding, why),
            (_, null) => EntraPlace.Without(holding, TargetAnswer.UnknownAccount(holding.Account)),
            (_, { } id) => new EntraPlace(holding, id, role!, entitlement.Scope, Answer: null),
        };
    }
}
