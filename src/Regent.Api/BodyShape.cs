using Microsoft.AspNetCore.Builder;

namespace Regent.Api;

/// <summary>Which contract an address reads from bodies. It is told to whoever reads the description; the handler reads for itself.</summary>
internal sealed record BodyShape(Type Contract);

/// <summary>Lets an address say what it reads.</summary>
internal static class BodyShapeExtensions
{
    public static T Takes<T>(this T address, Type contract)
        where T : IEndpointConventionBuilder =>
        address.WithMetadata(new BodyShape(contract));
}
