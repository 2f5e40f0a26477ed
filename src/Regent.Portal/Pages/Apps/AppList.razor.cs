using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Apps;
using Regent.Operations.Apps;

namespace Regent.Portal.Pages.Apps;

/// <summary>All registered programs; what is searched stands in the address.</summary>
public sealed partial class AppList
{
    /// <summary>Whether the reader may register programs.</summary>
    [Parameter]
    public bool MayRegister { get; set; }

    protected override object State => nameof(AppList);

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [Inject]
    private ListApps Apps { get; set; } = default!;

    private IReadOnlyList<RegisteredApp>? Rows => Model is null ? null : [.. Model.Where(Matches)];

    private string Count => Rows?.Count switch
    {
        null => "",
        0 when Search is null => "",
        1 => "1 program",
        { } many => $"{many} programs",
    };

    protected override async Task<IReadOnlyList<RegisteredApp>> LoadAsync(CancellationToken ct) =>
        await Apps.ExecuteAsync(Caller, ct) is Outcome<IReadOnlyList<RegisteredApp>>.Done(var all) ? all : [];

    private bool Matches(RegisteredApp app) => Search is null
        || app.Name.Contains(Search, StringComparison.OrdinalIgnoreCase) || app.Id.ToString().Contains(Search, StringComparison.OrdinalIgnoreCase);
}
