using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>Asks once before something that cannot simply be undone, naming what and whom.</summary>
public sealed partial class Confirm
{
    private bool busy;

    /// <summary>The question with its names: "End Exchange Administrator for Alan Turing?"</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What will happen then.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The verb on the button: "End now".</summary>
    [Parameter, EditorRequired]
    public string Verb { get; set; } = "";

    /// <summary>The way out; named where "Cancel" could be taken for the act itself.</summary>
    [Parameter]
    public string Dismiss { get; set; } = "Cancel";

    /// <summary>Whether it takes something away.</summary>
    [Parameter]
    public bool Danger { get; set; } = true;

    /// <summary>Does it; the dialog stays, with its button off, until it is done.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnConfirm { get; set; }

    protected override string First => $"[data-testid={Id}-cancel]";

    private string TextId => $"{Id}-text";

    public override Task CloseAsync() => busy ? Task.CompletedTask : base.CloseAsync();

    private async Task DoAsync()
    {
        busy = true;
        try
        {
            await OnConfirm.InvokeAsync();
        }
        finally
        {
            busy = false;
        }
    }
}
