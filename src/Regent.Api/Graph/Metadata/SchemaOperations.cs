using Microsoft.OData.Edm;

namespace Regent.Api.Graph.Metadata;

/// <summary>What else can be done with items and lists.</summary>
internal static class SchemaOperations
{
    private const string Bound = "bindingParameter";

    public static void Add(EdmModel model, SchemaTypes types)
    {
        var listed = SchemaPlaces.Lists.Select(list => types.Entity(list.Entity)).OfType<IEdmEntityType>().Distinct();
        foreach (var items in listed.Where(HasCurrentUser))
        {
            AddFilter(model, types, items);
        }

        foreach (var request in listed.Where(items => items.Name.EndsWith("ScheduleRequest", StringComparison.Ordinal)))
        {
            AddAction(model, "cancel", One(request));
        }

        var objects = EdmCoreModel.GetCollection(One(types.Entity("directoryObject")!));
        var texts = EdmCoreModel.GetCollection(EdmCoreModel.Instance.GetString(isNullable: false));
        AddAction(model, "getByIds", objects, objects, ("ids", texts), ("types", texts));
        AddAlerts(model, types);
    }

    private static void AddAlerts(EdmModel model, SchemaTypes types)
    {
        if (types.Entity("unifiedRoleManagementAlert") is not { } alert)
        {
            return;
        }

        var text = EdmCoreModel.Instance.GetString(isNullable: false);
        AddAction(model, "refresh", One(alert));
        AddAction(model, "refresh", EdmCoreModel.GetCollection(One(alert)), answer: null, ("scopeId", text), ("scopeType", text));
        if (types.Entity("unifiedRoleManagementAlertIncident") is { } incident)
        {
            AddAction(model, "remediate", One(incident));
        }
    }

    private static bool HasCurrentUser(IEdmEntityType items) => items.Name == "approval"
        || items.Name.Contains("Schedule", StringComparison.Ordinal);

    private static void AddFilter(EdmModel model, SchemaTypes types, IEdmEntityType items)
    {
        var list = EdmCoreModel.GetCollection(One(items));
        var filter = new EdmFunction(SchemaTypes.Namespace, "filterByCurrentUser", list, isBound: true, entitySetPathExpression: null, isComposable: true);
        filter.AddParameter(Bound, list);
        filter.AddParameter("on", types.Words(SchemaEnums.CurrentUser));
        model.AddElement(filter);
    }

    private static void AddAction(
        EdmModel model, string name, IEdmTypeReference on, IEdmTypeReference? answer = null, params (string Name, IEdmTypeReference Type)[] parameters)
    {
        var action = new EdmAction(SchemaTypes.Namespace, name, answer, isBound: true, entitySetPathExpression: null);
        action.AddParameter(Bound, on);
        foreach (var (parameter, type) in parameters)
        {
            action.AddParameter(parameter, type);
        }

        model.AddElement(action);
    }

    private static EdmEntityTypeReference One(IEdmEntityType type) => new(type, isNullable: true);
}
