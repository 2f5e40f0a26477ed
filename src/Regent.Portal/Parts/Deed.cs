using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Operations;

namespace Regent.Portal.Parts;

/// <summary>
/// Something that the reader does in a panel, or after one question: as themselves and once at a time. Why it was refused is kept to be
/// shown, and the focus goes there; when it is done, a sentence tells so and the dialog closes.
/// </summary>
public abstract class Deed : ComponentBase
{
    /// <summary>Called when it is done or the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a sentence when it is done.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    /// <summary>The id of the dialog in which it is done.</summary>
    protected abstract string Id { get; }

    /// <summary>Whether all is filled in; what is not is never sent.</summary>
    protected virtual bool IsComplete => true;

    /// <summary>Whether it is under way.</summary>
    protected bool Busy { get; private set; }

    /// <summary>Whether it was tried at all: nobody is told of a mistake before.</summary>
    protected bool Tried { get; private set; }

    /// <summary>Why the last try did not count.</summary>
    protected IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    protected IJSRuntime Browser { get; set; } = default!;

    /// <summary>What is wrong with a field: what it lacks by itself, or else what was refused about it.</summary>
    /// <param name="own">What it lacks.</param>
    /// <param name="refused">Which refusals are about it.</param>
    protected IReadOnlyList<string> Errors(IReadOnlyList<string> own, Func<Refusal, bool> refused) =>
        Tried && own.Count > 0 ? own : [.. Refusals.Where(refused).Select(refusal => refusal.Message)];

    /// <summary>Begins anew, as if nobody had tried.</summary>
    protected void Forget() => (Tried, Refusals) = (false, []);

    /// <summary>Does it; when it is done, says so and closes.</summary>
    /// <param name="act">Asks the operation.</param>
    /// <param name="said">What was done, in a sentence; null where the page shows it anyway.</param>
    protected async Task DoAsync<T>(Func<Caller, Task<Outcome<T>>> act, Func<T, string>? said = null)
    {
        if (await AskAsync(act) is Outcome<T>.Done(var made))
        {
            await OnDone.InvokeAsync(said?.Invoke(made));
            await OnClose.InvokeAsync();
        }
    }

    /// <summary>Asks the operation, once at a time; null when it was not asked.</summary>
    protected async Task<Outcome<T>?> AskAsync<T>(Func<Caller, Task<Outcome<T>>> act)
    {
        if (Busy || Caller.From((await Authentication).User) is not { } caller)
        {
            return null;
        }

        (Busy, Tried, Refusals) = (true, true, []);
        try
        {
            var outcome = IsComplete ? await act(caller) : null;
            Refusals = outcome?.Reasons() ?? [];
            if (outcome is not Outcome<T>.Done)
            {
                await Browser.InvokeVoidAsync("regent.focusSoon", $"#{Id} [aria-invalid=true], #{Id} [data-testid=refused]");
            }

            return outcome;
        }
        finally
        {
            Busy = false;
        }
    }
}
