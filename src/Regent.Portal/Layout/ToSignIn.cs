using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Layout;

/// <summary>Leads somebody whose session is over to the sign-in page, and back here afterwards.</summary>
public sealed class ToSignIn : ComponentBase
{
    [Inject]
    private NavigationManager Address { get; set; } = default!;

    protected override void OnInitialized() =>
        Address.NavigateTo($"/sign-in?returnUrl={Uri.EscapeDataString(new Uri(Address.Uri).PathAndQuery)}", forceLoad: true);
}
