using Regent.Core.Principals;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>Finds what an address names by its id.</summary>
internal static class DirectoryIds
{
    /// <summary>Anything of the directory; null when there is nothing by this id.</summary>
    public static async Task<DirectoryItem?> ItemAsync(this FindDirectoryItems find, string id, CancellationToken ct) =>
        Guid.TryParseExact(id, "D", out var known) && await find.ExecuteAsync([known], ct) is [var item] ? item : null;

    /// <summary>A principal of this kind; a person also by the name they sign in with.</summary>
    public static async Task<Principal?> NamedAsync(this GetPrincipal get, string id, PrincipalKind kind, CancellationToken ct)
    {
        if (Guid.TryParseExact(id, "D", out var known))
        {
            return await get.ExecuteAsync(new PrincipalId(known), ct) is { } found && found.Kind == kind ? found : null;
        }

        return kind == PrincipalKind.User && UserPrincipalName.TryParse(id, out var name) ? await get.ExecuteAsync(name, ct) : null;
    }
}
