using Regent.Core.Targets;

namespace Regent.Targets.Azure;

/// <summary>Finds what holdings are in Azure's own terms.</summary>
internal sealed class AzurePlaces(AzureRoles roles, TenantPeople people)
{
    /// <summary>One place for each, in their order.</summary>
    public async Task<IReadOnlyList<AzurePlace>> FindAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        string[] entitlements = [.. holdings.Select(holding => holding.Entitlement).Distinct(StringComparer.OrdinalIgnoreCase)];
        var replies = await TenantLink.EachAsync(entitlements, roles.FindAsync, ct);
        if (replies.FirstOrDefault(reply => reply.IsLost) is { Trouble: { } lost })
        {
            return [.. holdings.Select(holding => AzurePlace.Without(holding, lost))];
        }

        var found = entitlements.Zip(replies).ToDictionary(pair => pair.First, pair => pair.Second.Value, StringComparer.OrdinalIgnoreCase);
        var accounts = await people.FindAsync(holdings.Select(holding => holding.Account), ct);
        return [.. holdings.Select(holding => PlaceOf(holding, found[holding.Entitlement], accounts[holding.Account]))];
    }

    private static AzurePlace PlaceOf(Holding holding, (string? Id, TargetAnswer? Trouble) role, TenantPerson person) => (role.Trouble ?? person.Trouble, person.Id) switch
    {
        ({ } why, _) => AzurePlace.Without(holding, why),
        (_, null) => AzurePlace.Without(holding, TargetAnswer.UnknownAccount(holding.Account)),
        (_, { } id) => new AzurePlace(
            holding, id, role.Id!, AzureEntitlement.TryParse(holding.Entitlement, out var entitlement) ? entitlement.Scope : "", Answer: null),
    };
}
