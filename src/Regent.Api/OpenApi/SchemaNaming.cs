using Regent.Api.Graph.Metadata;

namespace Regent.Api.OpenApi;

/// <summary>What contracts are called in the description: those of Graph as in its schema, all others after the surface they belong to.</summary>
internal static class SchemaNaming
{
    private const string Suffix = "Contract";
    private const string Graph = "Regent.Api.Graph";
    private const string Arm = "Regent.Api.Arm";
    private const string Own = "Regent.Api.Access";

    public static string Of(Type contract)
    {
        var place = contract.Namespace ?? "";
        return place.StartsWith(Graph, StringComparison.Ordinal) && contract.Name.EndsWith(Suffix, StringComparison.Ordinal)
            ? $"{SchemaTypes.Namespace}.{SchemaNames.Of(contract)}"
            : $"{(place.StartsWith(Arm, StringComparison.Ordinal) ? "arm" : place.StartsWith(Own, StringComparison.Ordinal) ? "regent" : "graph")}.{Nested(contract)}";
    }

    private static string Nested(Type contract) =>
        contract.DeclaringType is { } outer ? $"{Nested(outer)}.{Bare(contract.Name)}" : Bare(contract.Name);

    private static string Bare(string name) => name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
}
