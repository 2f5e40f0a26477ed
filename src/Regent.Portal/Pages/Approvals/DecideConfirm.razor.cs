using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Pages.Approvals;

/// <summary>Asks once before a denial, or before several decisions with one justification.</summary>
public sealed partial class DecideConfirm
{
    private string why = "";
    private bool tried;

    /// <summary>The decision about to be made.</summary>
    [Parameter, EditorRequired]
    public DecisionDraft Draft { get; set; } = default!;

    /// <summary>Called with the decision and its words.</summary>
    [Parameter, EditorRequired]
    public EventCallback<DecisionDraft> OnDecide { get; set; }

    /// <summary>Called when the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    private string Verb => (Draft.Approve, Draft.Listings.Count) switch
    {
        (true, 1) => "Approve",
        (false, 1) => "Deny",
        (true, var count) => $"Approve {count}",
        (false, var count) => $"Deny {count}",
    };

    private string Question => Draft.Listings is [var only]
        ? $"{(Draft.Approve ? "Approve" : "Deny")} {only.Principal.DisplayName}'s request for {only.Role.DisplayName}?"
        : $"{Verb} requests?";

    private IReadOnlyList<string> Errors => tried && string.IsNullOrWhiteSpace(why) ? ["Say in a sentence why you decide so."] : [];

    private Task DecideAsync()
    {
        tried = true;
        var said = Draft.Justification ?? why.Trim();

        return said.Length == 0 ? Task.CompletedTask : OnDecide.InvokeAsync(Draft with { Justification = said });
    }
}
