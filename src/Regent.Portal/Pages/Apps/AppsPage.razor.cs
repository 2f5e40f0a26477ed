using Microsoft.AspNetCore.Components;
using Regent.Operations.Apps;
using Regent.Operations.Assignments;

namespace Regent.Portal.Pages.Apps;

/// <summary>The programs that call Regent: which there are, and what each may do.</summary>
public sealed partial class AppsPage
{
    private string? done;
    private AppWithSecret? made;

    /// <summary>Whether the panel registers a new program.</summary>
    [SupplyParameterFromQuery]
    private string? Add { get; set; }

    /// <summary>The program the panel shows; null while it is closed.</summary>
    [SupplyParameterFromQuery]
    private Guid? App { get; set; }

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    private bool MayRegister => Overview?.Authority.MayRegister(actsForItself: false) == true;

    private void Close()
    {
        made = null;
        Address.NavigateTo(Address.GetUriWithQueryParameters(new Dictionary<string, object?> { ["add"] = null, ["app"] = null }));
    }

    // A new program stays open: its secret is to be seen, once.
    private void Made(AppWithSecret registered)
    {
        made = registered;
        Address.NavigateTo(Address.GetUriWithQueryParameters(
            new Dictionary<string, object?> { ["add"] = null, ["app"] = registered.App.Id.Value }));
    }
}
