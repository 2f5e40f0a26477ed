using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>A panel in which an administrator gives something or changes it. What is refused is said beside its field.</summary>
/// <typeparam name="TModel">What the panel knows before it is filled in.</typeparam>
public abstract class AssignmentPanel<TModel> : Live<TModel>
    where TModel : class
{
    private bool tried;

    /// <summary>Called when it was done or the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a sentence when it was done.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    /// <summary>The form's id.</summary>
    protected abstract string FormId { get; }

    /// <summary>The codes of refusals that have a field beside which they are said.</summary>
    protected abstract IReadOnlyCollection<RefusalCode> BesideFields { get; }

    /// <summary>Whether it is on its way.</summary>
    protected bool Sending { get; private set; }

    protected IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>The refusals without a field.</summary>
    protected IReadOnlyList<Refusal> Elsewhere => [.. Refusals.Where(refusal => !BesideFields.Contains(refusal.Code))];

    protected bool NeedsFactor => Refusals.Any(refusal => refusal.Code == RefusalCode.MfaRule);

    [Inject]
    protected ReaderZone Zone { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    /// <summary>What is wrong with a field: by itself, and by what was refused.</summary>
    protected IReadOnlyList<string> Errors(IReadOnlyList<string> own, params RefusalCode[] codes) => tried
        ? [.. own, .. Refusals.Where(refusal => codes.Contains(refusal.Code)).Select(refusal => refusal.Message)]
        : [];

    /// <summary>Sends what is complete, once; else shows what is missing.</summary>
    /// <param name="isComplete">Whether nothing is missing.</param>
    /// <param name="act">Asks the operation.</param>
    /// <param name="done">What to say when it was done.</param>
    protected async Task SendAsync(bool isComplete, Func<Task<Outcome<ScheduleRequest>>> act, Func<string> done)
    {
        if (Sending)
        {
            return;
        }

        Sending = true;
        tried = true;
        Refusals = [];
        try
        {
            var outcome = isComplete ? await act() : null;
            Refusals = outcome?.Reasons() ?? [];
            if (outcome is Outcome<ScheduleRequest>.Done)
            {
                await OnDone.InvokeAsync(done());
                await OnClose.InvokeAsync();
            }
            else
            {
                await Browser.InvokeVoidAsync("regent.focusSoon", $"#{FormId} [aria-invalid=true]");
            }
        }
        finally
        {
            Sending = false;
        }
    }

    /// <summary>The settings of a role as its administrators see them; before these are known, those nobody has changed.</summary>
    protected static RolePolicy PolicyOf(Outcome<RolePolicy>? known, RolePolicy otherwise) =>
        known is Outcome<RolePolicy>.Done(var policy) ? policy : otherwise;
}
