using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Regent.Portal.Parts;

/// <summary>A page's state is its query: reading one value, and the address that differs by some.</summary>
public static class AddressExtensions
{
    /// <summary>One value of the query; null when absent.</summary>
    public static string? Query(this NavigationManager address, string name) =>
        QueryHelpers.ParseQuery(new Uri(address.Uri).Query).TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>This address with one value of the query changed; null or empty takes it away.</summary>
    public static string With(this NavigationManager address, string name, string? value) =>
        address.GetUriWithQueryParameter(name, string.IsNullOrEmpty(value) ? null : value);

    /// <summary>Changes one value of the query in place: typing and filtering leave no trail of steps back.</summary>
    public static void Replace(this NavigationManager address, string name, string? value) =>
        address.NavigateTo(address.With(name, value), replace: true);

    /// <summary>Path and query of this page as a link that can be sent.</summary>
    public static string Here(this NavigationManager address) =>
        new Uri(address.Uri).PathAndQuery;
}
