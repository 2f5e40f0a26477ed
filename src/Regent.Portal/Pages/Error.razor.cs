using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Regent.Portal.Pages;

/// <summary>Shown when a request failed for a reason nobody foresaw; carries only the number under which it was logged.</summary>
public sealed partial class Error
{
    [CascadingParameter]
    private HttpContext? Context { get; set; }

    private string? Trace => Activity.Current?.Id ?? Context?.TraceIdentifier;
}
