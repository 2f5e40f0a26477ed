using Regent.Operations.Takeover;

namespace Regent.Api.Graph.Takeover;

/// <summary>The set-up of a tenant of Microsoft Entra, as Microsoft Graph answers it page by page.</summary>
/// <param name="Holdings">What there is to take over.</param>
/// <param name="Entries">Where each line of it stands; line 1 is the first.</param>
public sealed record EntraExport(Holdings Holdings, IReadOnlyList<EntraEntry> Entries)
{
    /// <summary>Reads files. What cannot be read is told in the holdings, and keeps nothing else from being read.</summary>
    public static EntraExport Read(IReadOnlyCollection<EntraFile> files)
    {
        var intake = new Intake();
        var pages = files.Select(ExportPage.Read).ToList();
        foreach (var page in pages.OrderBy(page => page.Kind?.Order ?? 0).ThenBy(page => page.File, StringComparer.Ordinal))
        {
            Take(page, intake);
        }

        foreach (var list in pages.GroupBy(page => page.List).Where(list => list.All(page => page.GoesOn)))
        {
            intake.Begin(list.Last().File, number: null);
            intake.Refuse("", "The list goes on at its @odata.nextLink, and its last page is not here. Fetch all pages and import again.");
        }

        return intake.ToExport();
    }

    private static void Take(ExportPage page, Intake intake)
    {
        if (page.Problem is { } problem)
        {
            intake.Begin(page.File, number: null);
            intake.Refuse("", problem);
        }

        foreach (var (entry, number) in page.Entries.Select((entry, at) => (entry, at + 1)))
        {
            intake.Begin(page.File, number);
            page.Kind!.Take(entry, intake);
        }
    }
}
