using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Regent.Api.OData;

/// <summary>How many items of a list the sender would rather have in one answer, said as <c>Prefer: odata.maxpagesize=50</c>.</summary>
internal static partial class PagePreference
{
    /// <summary>The wish, 1 or more; null when there is none that can be read. A wish is no demand, so nothing is refused.</summary>
    public static int? Of(HttpRequest request)
    {
        if (Form().Match(request.Headers["Prefer"].ToString()) is not { Success: true } wish)
        {
            return null;
        }

        return int.TryParse(wish.Groups["size"].Value, out var size) && size > 0 ? size : null;
    }

    [GeneratedRegex(@"(^|[,;\s])(odata\.)?maxpagesize\s*=\s*(?<size>\d{1,9})(\z|[,;\s])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
