using Microsoft.AspNetCore.Builder;

namespace Regent.Api;

/// <summary>Which contract the items of an address have, where its place in the schema does not tell.</summary>
/// <param name="Contract">The item, or its properties; <see cref="Void"/> where nothing is shown.</param>
/// <param name="IsResource">Whether the contract is only the properties of the item.</param>
internal sealed record ItemShape(Type Contract, bool IsResource);

/// <summary>Lets an address say what it shows.</summary>
internal static class ItemShapeExtensions
{
    public static T Shows<T>(this T address, Type contract)
        where T : IEndpointConventionBuilder =>
        address.WithMetadata(new ItemShape(contract, IsResource: false));

    /// <summary>Shows resources with these properties.</summary>
    public static T ShowsResources<T>(this T address, Type properties)
        where T : IEndpointConventionBuilder =>
        address.WithMetadata(new ItemShape(properties, IsResource: true));
}
