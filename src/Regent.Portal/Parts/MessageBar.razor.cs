using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>Something the reader must know, said in place and staying until it is read.</summary>
public sealed partial class MessageBar
{
    /// <summary>What kind of news; <see cref="Meaning.Denied"/> interrupts a screen reader.</summary>
    [Parameter]
    public Meaning Of { get; set; } = Meaning.Info;

    /// <summary>The news in a few words.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>The rest of it.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Shows a cross that calls this.</summary>
    [Parameter]
    public EventCallback OnDismiss { get; set; }

    /// <summary>The test id.</summary>
    [Parameter]
    public string TestId { get; set; } = "message";

    private string Tone => Meanings.Tone(Of);
}
