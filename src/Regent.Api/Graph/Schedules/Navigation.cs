using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;

namespace Regent.Api.Graph.Schedules;

/// <summary>A related item that has an address below that of the item it belongs to.</summary>
/// <param name="Member">The member that holds it.</param>
/// <param name="Set">What the list it is in is called in the schema.</param>
/// <param name="Contract">What it is.</param>
/// <param name="Of">Takes it from the item it belongs to; null when there is none.</param>
internal sealed record Navigation(string Member, string Set, Type Contract, Func<object, object?> Of)
{
    /// <summary>The related item that a member of this contract holds.</summary>
    public static Navigation From(Type contract, string member, string set)
    {
        var property = GraphJson.Options.GetTypeInfo(contract).Properties.Single(one => one.Name == member);
        return new Navigation(member, set, property.PropertyType, property.Get!);
    }

    /// <summary>The related item of this item, as an answer of its own.</summary>
    public IResult Answer(GraphCall call, Selection selection, object item) => Of(item) is { } related
        ? call.Item(Set, selection, related, typed: Contract.IsAbstract)
        : GraphErrors.NoSuchItem(Member);
}
