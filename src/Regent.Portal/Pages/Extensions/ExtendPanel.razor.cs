using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Extensions;

/// <summary>Asks to have something longer, or again: an activation by its own rules, what was given by asking an administrator.</summary>
public sealed partial class ExtendPanel : Live<Outcome<ExtensionOffer>>
{
    /// <summary>What the reader has or had.</summary>
    [Parameter, EditorRequired]
    public ScheduleId Of { get; set; }

    /// <summary>Called when the reader is through.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override object State => Of;

    [Inject]
    private GetExtension Extension { get; set; } = default!;

    // What is on the screen stays while it is being filled in, and after it was sent.
    protected override async Task<Outcome<ExtensionOffer>> LoadAsync(CancellationToken ct) =>
        Model is Outcome<ExtensionOffer>.Done known ? known : await Extension.ExecuteAsync(Caller, Of, ct);
}
