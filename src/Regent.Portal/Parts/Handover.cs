using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Regent.Portal.Parts;

/// <summary>
/// Gives what was loaded for a page's first answer to the live page that takes its place, so that it neither loads twice nor flickers.
/// </summary>
internal sealed class Handover(PersistentComponentState state, HandoverShelf shelf) : IDisposable
{
    private readonly List<PersistingComponentStateSubscription> subscriptions = [];

    /// <summary>Leaves a value for the live page.</summary>
    public void Leave(string name, object value)
    {
        var ticket = shelf.Put(value);
        subscriptions.Add(state.RegisterOnPersisting(
            () =>
            {
                state.PersistAsJson(name, ticket);
                return Task.CompletedTask;
            },
            RenderMode.InteractiveServer));
    }

    /// <summary>The value left under this name; null when there is none (any more).</summary>
    public object? Take(string name) => state.TryTakeFromJson<string>(name, out var ticket) && ticket is not null ? shelf.Take(ticket) : null;

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}
