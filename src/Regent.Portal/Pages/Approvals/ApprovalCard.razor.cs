using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Portal.Pages.Approvals;

/// <summary>One request, with all that a decision in ten seconds needs: two buttons and one field.</summary>
public sealed partial class ApprovalCard
{
    private string why = "";
    private bool tried;
    private bool busy;

    /// <summary>The request and its record.</summary>
    [Parameter, EditorRequired]
    public RequestStory Told { get; set; } = default!;

    /// <summary>Who decides.</summary>
    [Parameter, EditorRequired]
    public PrincipalId Reader { get; set; }

    /// <summary>Why the last try did not count.</summary>
    [Parameter]
    public IReadOnlyList<Refusal> Refusals { get; set; } = [];

    /// <summary>Whether it can be decided together with others.</summary>
    [Parameter]
    public bool CanSelect { get; set; }

    /// <summary>Whether it is ticked.</summary>
    [Parameter]
    public bool Selected { get; set; }

    /// <summary>Called when it is ticked or no longer.</summary>
    [Parameter]
    public EventCallback<bool> SelectedChanged { get; set; }

    /// <summary>Called with a decision that has its words.</summary>
    [Parameter, EditorRequired]
    public EventCallback<DecisionDraft> OnDecide { get; set; }

    /// <summary>Called when its time is over.</summary>
    [Parameter]
    public EventCallback OnLapse { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private RequestListing Listing => Told.Listing;

    private string Key => Listing.Request.Id.ToString();

    private string WhyId => $"why-{Key}";

    private IReadOnlyList<string> Errors => tried && string.IsNullOrWhiteSpace(why)
        ? ["Say in a sentence why you decide so."]
        : [.. Refusals.Where(refusal => refusal.Code == RefusalCode.JustificationRule).Select(refusal => refusal.Message)];

    private async Task DecideAsync(bool approve)
    {
        tried = true;
        if (string.IsNullOrWhiteSpace(why))
        {
            await Browser.InvokeVoidAsync("regent.focusSoon", $"#{WhyId}");
            return;
        }

        busy = true;
        try
        {
            await OnDecide.InvokeAsync(new DecisionDraft([Listing], approve, why.Trim()));
        }
        finally
        {
            busy = false;
        }
    }
}
