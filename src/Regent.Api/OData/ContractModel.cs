using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OData.Edm;

namespace Regent.Api.OData;

/// <summary>Tells the OData parser about contracts: the members that go over the wire are the members that can be asked about.</summary>
internal sealed class ContractModel(string schema, JsonSerializerOptions json)
{
    private readonly ConcurrentDictionary<Type, EdmModelOf> described = new();

    /// <summary>The contract as a schema of its own.</summary>
    public EdmModelOf Of(Type contract) => described.GetOrAdd(contract, Describe);

    private EdmModelOf Describe(Type contract)
    {
        var model = new EdmModel();
        var onDemand = json.GetTypeInfo(contract).Properties
            .Where(member => member.AttributeProvider?.IsDefined(typeof(OnDemandAttribute), inherit: true) == true);
        return new EdmModelOf(model, Entity(model, contract), DescriptionOf(contract)?.IsSearchable == true, onDemand.Select(member => member.Name).ToHashSet());
    }

    private EdmEntityType Entity(EdmModel model, Type contract)
    {
        var name = NameOf(contract) ?? throw new InvalidOperationException($"{contract} is no entity.");
        if (model.FindDeclaredType($"{schema}.{name}") is EdmEntityType known)
        {
            return known;
        }

        var entity = model.AddEntityType(schema, name);
        Fill(model, entity, contract);
        return entity;
    }

    private EdmComplexType Complex(EdmModel model, Type contract)
    {
        if (model.FindDeclaredType($"{schema}.{contract.Name}") is EdmComplexType known)
        {
            return known;
        }

        var complex = model.AddComplexType(schema, contract.Name);
        Fill(model, complex, contract);
        return complex;
    }

    private void Fill(EdmModel model, EdmStructuredType type, Type contract)
    {
        foreach (var member in MembersOf(contract).Where(member => !member.Name.StartsWith('@')))
        {
            var item = ItemOf(member.PropertyType);
            if (NameOf(item ?? member.PropertyType) is not null)
            {
                type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
                {
                    Name = member.Name,
                    Target = Entity(model, item ?? member.PropertyType),
                    TargetMultiplicity = item is null ? EdmMultiplicity.ZeroOrOne : EdmMultiplicity.Many,
                });
                continue;
            }

            var one = Reference(model, item ?? Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType);
            type.AddStructuralProperty(member.Name, item is null ? one : EdmCoreModel.GetCollection(one));
        }
    }

    // Clients ask things of several types about what only some of these have.
    private IEnumerable<JsonPropertyInfo> MembersOf(Type contract)
    {
        var described = json.GetTypeInfo(contract);
        var derived = described.PolymorphismOptions?.DerivedTypes.SelectMany(type => json.GetTypeInfo(type.DerivedType).Properties) ?? [];
        return described.Properties.Concat(derived).DistinctBy(member => member.Name);
    }

    private IEdmTypeReference Reference(EdmModel model, Type type) => type switch
    {
        _ when type == typeof(string) => EdmCoreModel.Instance.GetString(isNullable: true),
        _ when type == typeof(bool) => EdmCoreModel.Instance.GetBoolean(isNullable: true),
        _ when type == typeof(int) => EdmCoreModel.Instance.GetInt32(isNullable: true),
        _ when type == typeof(DateTimeOffset) =>
            EdmCoreModel.Instance.GetTemporal(EdmPrimitiveTypeKind.DateTimeOffset, isNullable: true),
        _ when type == typeof(TimeSpan) => EdmCoreModel.Instance.GetTemporal(EdmPrimitiveTypeKind.Duration, isNullable: true),
        _ => new EdmComplexTypeReference(Complex(model, type), isNullable: true),
    };

    private static string? NameOf(Type contract) => DescriptionOf(contract)?.Name;

    private static EntityAttribute? DescriptionOf(Type contract) => contract.GetCustomAttribute<EntityAttribute>(inherit: false);

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}
