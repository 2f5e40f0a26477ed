using System.Reflection;
using Regent.Api.Graph.Metadata;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;

namespace Regent.Api.OpenApi;

/// <summary>Where an address of Graph leads in the schema.</summary>
/// <param name="Contracts">What the items there are; several where the versions differ.</param>
/// <param name="IsList">Whether there are many.</param>
internal sealed record Place(IReadOnlyList<Type> Contracts, bool IsList)
{
    /// <summary>Whether words can be looked for.</summary>
    public bool IsSearchable => Contracts.Any(contract => contract.GetCustomAttribute<EntityAttribute>(inherit: false)?.IsSearchable == true);

    /// <summary>Follows the steps of an address; null when it leaves the schema.</summary>
    public static Place? At(IReadOnlyList<string> steps)
    {
        if (steps is ["me", ..])
        {
            return steps.Skip(1).Aggregate((Place?)Named("user", isList: false), Follow);
        }

        for (var length = 1; length <= steps.Count; length++)
        {
            // A key may stand in brackets behind the list.
            var path = string.Join('/', steps.Take(length));
            var set = path.Split('(')[0];
            if (SchemaPlaces.Lists.FirstOrDefault(list => list.Path == set).Entity is { } entity)
            {
                return steps.Skip(length).Aggregate((Place?)Named(entity, isList: set == path), Follow);
            }
        }

        return null;
    }

    private static Place Named(string entity, bool isList) =>
        new([.. GraphSchema.Contracts.Where(contract => SchemaNames.OfEntity(contract) == entity)], isList);

    private static Place? Follow(Place? at, string step) => at switch
    {
        null => null,
        { IsList: true } when step is "$count" or "{type}" || step.StartsWith("filterByCurrentUser(", StringComparison.Ordinal) => at,
        { IsList: true } when step.EndsWith("getByIds", StringComparison.Ordinal) => at,
        { IsList: true } when step.StartsWith('{') => at with { IsList = false },
        { IsList: false } => at.Member(step) ?? at.Related(step),
        _ => null,
    };

    private Place? Related(string step) =>
        SchemaPlaces.Related.FirstOrDefault(related => related.Name == step && Contracts.Any(contract => SchemaNames.OfEntity(contract) == related.Entity))
            .Target is { } target
            ? Named(target, isList: true)
            : null;

    private Place? Member(string step)
    {
        var found = Contracts.SelectMany(Cases).SelectMany(contract => GraphJson.Options.GetTypeInfo(contract).Properties)
            .FirstOrDefault(member => member.Name == step)?.PropertyType;
        return found is null ? null
            : found.IsGenericType ? new Place([found.GetGenericArguments()[0]], IsList: true)
            : new Place([found], IsList: false);
    }

    private static IEnumerable<Type> Cases(Type contract) =>
        GraphJson.Options.GetTypeInfo(contract).PolymorphismOptions?.DerivedTypes.Select(derived => derived.DerivedType).Prepend(contract) ?? [contract];
}
