using Microsoft.OData.Edm;
using Regent.Api.OData;

namespace Regent.Api.Graph.Metadata;

/// <summary>The schema of everything that Graph's addresses answer with, made from the contracts themselves.</summary>
internal static class GraphSchema
{
    private static readonly Lazy<IEdmModel> Built = new(Build);

    public static IEdmModel Model => Built.Value;

    /// <summary>Every contract with an identity of its own.</summary>
    public static IReadOnlyList<Type> Contracts { get; } =
        [.. typeof(GraphSchema).Assembly.GetTypes().Where(type => type.IsDefined(typeof(EntityAttribute), inherit: false)).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    private static EdmModel Build()
    {
        var model = new EdmModel();
        var types = new SchemaTypes(model);
        foreach (var contract in Contracts)
        {
            types.Describe(contract);
        }

        foreach (var (entity, name, target) in SchemaPlaces.Related)
        {
            AddList((EdmEntityType)types.Entity(entity)!, name, types.Entity(target)!, isContained: false);
        }

        AddPlaces(model, types);
        SchemaOperations.Add(model, types);
        return model;
    }

    private static void AddPlaces(EdmModel model, SchemaTypes types)
    {
        var container = model.AddEntityContainer(SchemaTypes.Namespace, "GraphService");
        container.AddSingleton("me", types.Entity("user")!);
        foreach (var (path, entity) in SchemaPlaces.Lists)
        {
            if (types.Entity(entity) is not { } items)
            {
                continue;
            }

            var steps = path.Split('/');
            if (steps is [var set])
            {
                container.AddEntitySet(set, items);
                continue;
            }

            AddList(StepTo(model, container, steps[..^1]), steps[^1], items, isContained: true);
        }
    }

    private static EdmEntityType StepTo(EdmModel model, EdmEntityContainer container, string[] steps)
    {
        var at = Step(model, steps[0]);
        if (container.FindSingleton(steps[0]) is null)
        {
            container.AddSingleton(steps[0], at);
        }

        for (var depth = 2; depth <= steps.Length; depth++)
        {
            var next = Step(model, string.Join('/', steps[..depth]));
            if (at.FindProperty(steps[depth - 1]) is null)
            {
                at.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
                {
                    Name = steps[depth - 1],
                    Target = next,
                    TargetMultiplicity = EdmMultiplicity.ZeroOrOne,
                    ContainsTarget = true,
                });
            }

            at = next;
        }

        return at;
    }

    private static EdmEntityType Step(EdmModel model, string path)
    {
        var name = SchemaPlaces.StepAt(path);
        if (model.FindDeclaredType($"{SchemaTypes.Namespace}.{name}") is EdmEntityType known)
        {
            return known;
        }

        var step = model.AddEntityType(SchemaTypes.Namespace, name);
        step.AddKeys(step.AddStructuralProperty("id", EdmCoreModel.Instance.GetString(isNullable: false)));
        return step;
    }

    private static void AddList(EdmEntityType owner, string name, IEdmEntityType items, bool isContained) =>
        owner.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
        {
            Name = name,
            Target = items,
            TargetMultiplicity = EdmMultiplicity.Many,
            ContainsTarget = isContained,
        });
}
