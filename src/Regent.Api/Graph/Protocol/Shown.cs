using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OData.Edm;
using Regent.Api.OData;

namespace Regent.Api.Graph.Protocol;

/// <summary>Writes those members of a contract that are wanted to be seen, and of related items those that are wanted of them.</summary>
internal static class Shown
{
    private const string TypeMember = "@odata.type";

    /// <param name="contract">The item.</param>
    /// <param name="selection">What is wanted to be seen of it.</param>
    /// <param name="typed">Whether it says of which type it is, in a list of several types.</param>
    public static JsonObject Of(object contract, Selection selection, bool typed = false) =>
        Write(contract, selection, typed, (described, member) => described.OnDemand.Contains(member));

    private static JsonObject Write(object contract, Selection selection, bool typed, Func<EdmModelOf, string, bool> isOnDemand)
    {
        var described = GraphJson.Model.Of(contract.GetType());
        var body = new JsonObject();
        if (typed)
        {
            body[TypeMember] = $"#{described.Entity.FullTypeName()}";
        }

        foreach (var member in GraphJson.Options.GetTypeInfo(contract.GetType()).Properties)
        {
            if (member.Get is { } read && selection.Shows(member.Name, isOnDemand(described, member.Name)))
            {
                var value = read(contract);
                body[member.Name] = selection.Expands(member.Name)
                    ? Related(value, member.PropertyType, selection.Of(member.Name))
                    : JsonSerializer.SerializeToNode(value, member.PropertyType, GraphJson.Options);
                if (value is IBegun { Next: { } rest })
                {
                    body[$"{member.Name}@odata.nextLink"] = rest;
                }
            }
        }

        return body;
    }

    private static JsonNode? Related(object? value, Type declared, Selection selection) => value switch
    {
        null => null,
        IEnumerable many => new JsonArray([.. many.Cast<object>().Select(one => Whole(one, selection, declared.GetGenericArguments()[0]))]),
        _ => Whole(value, selection, declared),
    };

    // A related item is shown with all it has, but not with what is related to it in turn. Whoever reads one of an abstract type must
    // be told which of its types it is.
    private static JsonObject Whole(object contract, Selection selection, Type declared) =>
        Write(contract, selection, declared.IsAbstract, (described, member) => described.Entity.FindProperty(member) is IEdmNavigationProperty);
}
