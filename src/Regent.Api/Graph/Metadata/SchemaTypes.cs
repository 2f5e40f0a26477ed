using System.Text.Json.Serialization.Metadata;
using Microsoft.OData.Edm;
using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Metadata;

/// <summary>Describes contracts in the schema: what goes over the wire is what is described.</summary>
internal sealed class SchemaTypes(EdmModel model)
{
    public const string Namespace = "microsoft.graph";

    private const string Key = "id";

    /// <summary>The type of this name; null when no contract has it.</summary>
    public IEdmEntityType? Entity(string name) => model.FindDeclaredType($"{Namespace}.{name}") as IEdmEntityType;

    /// <summary>Describes a contract with an identity of its own. Of several for one name each adds what the others lack.</summary>
    public EdmEntityType Describe(Type contract)
    {
        var name = SchemaNames.Of(contract);
        if (Entity(name) is not EdmEntityType entity)
        {
            var parent = contract.BaseType is { } above && SchemaNames.OfEntity(above) is not null ? Describe(above) : null;
            entity = model.AddEntityType(Namespace, name, parent, contract.IsAbstract, isOpen: false);
            if (parent is null)
            {
                entity.AddKeys(entity.AddStructuralProperty(Key, EdmCoreModel.Instance.GetString(isNullable: false)));
            }
        }

        Fill(entity, contract);
        return entity;
    }

    /// <summary>A word list as a type.</summary>
    public EdmEnumTypeReference Words(string name)
    {
        if (model.FindDeclaredType($"{Namespace}.{name}") is not EdmEnumType words)
        {
            words = new EdmEnumType(Namespace, name);
            foreach (var (word, number) in SchemaEnums.Words[name].Select((word, number) => (word, number)))
            {
                words.AddMember(word, new EdmEnumMemberValue(number));
            }

            model.AddElement(words);
        }

        return new EdmEnumTypeReference(words, isNullable: true);
    }

    private void Fill(EdmStructuredType type, Type contract)
    {
        foreach (var member in Members(contract).Where(member => type.FindProperty(member.Name) is null))
        {
            var item = ItemOf(member.PropertyType);
            var one = item ?? Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            if (SchemaNames.OfEntity(one) is not null)
            {
                type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
                {
                    Name = member.Name,
                    Target = Described(one),
                    TargetMultiplicity = item is null ? EdmMultiplicity.ZeroOrOne : EdmMultiplicity.Many,
                });
            }
            else
            {
                var reference = SchemaEnums.Of(((IEdmNamedElement)type).Name, member.Name) is { } words ? Words(words) : Reference(Meant(one, member.Name));
                type.AddStructuralProperty(member.Name, item is null ? reference : EdmCoreModel.GetCollection(reference));
            }
        }
    }

    // One that is being described further up refers to itself.
    private EdmEntityType Described(Type contract) => Entity(SchemaNames.Of(contract)) as EdmEntityType ?? Describe(contract);

    private EdmComplexType Complex(Type contract)
    {
        if (model.FindDeclaredType($"{Namespace}.{SchemaNames.Of(contract)}") is EdmComplexType known)
        {
            return known;
        }

        var derived = GraphJson.Options.GetTypeInfo(contract).PolymorphismOptions?.DerivedTypes.Select(type => type.DerivedType).ToList() ?? [];
        var parent = contract.BaseType is { } above && above != typeof(object) ? Complex(above) : null;
        var complex = model.FindDeclaredType($"{Namespace}.{SchemaNames.Of(contract)}") as EdmComplexType
            ?? model.AddComplexType(Namespace, SchemaNames.Of(contract), parent, contract.IsAbstract);
        Fill(complex, contract);
        derived.ForEach(type => Complex(type));
        return complex;
    }

    private IEdmTypeReference Reference(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => EdmCoreModel.Instance.GetString(isNullable: true),
        TypeCode.Boolean => EdmCoreModel.Instance.GetBoolean(isNullable: true),
        TypeCode.Int32 => EdmCoreModel.Instance.GetInt32(isNullable: true),
        TypeCode.Int64 => EdmCoreModel.Instance.GetInt64(isNullable: true),
        TypeCode.Double => EdmCoreModel.Instance.GetDouble(isNullable: true),
        _ when type == typeof(DateTimeOffset) => EdmCoreModel.Instance.GetTemporal(EdmPrimitiveTypeKind.DateTimeOffset, isNullable: true),
        _ when type == typeof(TimeSpan) => EdmCoreModel.Instance.GetTemporal(EdmPrimitiveTypeKind.Duration, isNullable: true),
        _ when type == typeof(Guid) => EdmCoreModel.Instance.GetGuid(isNullable: true),
        _ when type.Assembly == typeof(SchemaTypes).Assembly => new EdmComplexTypeReference(Complex(type), isNullable: true),
        _ => EdmCoreModel.Instance.GetUntyped(),
    };

    // What is echoed as it was sent is kept as text.
    private static Type Meant(Type type, string member) => type != typeof(string) ? type : member switch
    {
        _ when member.EndsWith("DateTime", StringComparison.Ordinal) => typeof(DateTimeOffset),
        "duration" => typeof(TimeSpan),
        _ => type,
    };

    private static IEnumerable<JsonPropertyInfo> Members(Type contract) =>
        GraphJson.Options.GetTypeInfo(contract).Properties.Where(member => !member.Name.StartsWith('@'));

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}
