using Microsoft.AspNetCore.Http.HttpResults;

namespace Regent.Server.Explorer;

/// <summary>The page on which the API can be looked at and tried. It tells what the description tells, so it is for everybody.</summary>
internal static class ExplorerRoute
{
    public static void MapRegentExplorer(this WebApplication app) =>
        app.MapGet("/openapi", () => new RazorComponentResult<ExplorerPage>()).AllowAnonymous();
}
