using System.Text.RegularExpressions;
using Regent.Operations;

namespace Regent.Server.Tokens;

/// <summary>
/// The addresses of sign-in also stand below the name of the tenant, as clients of the reference ask for them: by its id, by one of its
/// domains, or by a word for any tenant. What they are told leads back below the same name.
/// </summary>
internal static partial class TenantPath
{
    private static readonly string[] Any = ["common", "organizations"];

    /// <summary>Takes the tenant out of the path. Comes before routing.</summary>
    public static void UseTenantPaths(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Path.Value?.IndexOf('/', 1) is > 1 and var end
            && IsTenant(request.Path.Value[1..end], context.RequestServices) && IsBelow(new PathString(request.Path.Value[end..])))
        {
            request.PathBase = request.PathBase.Add(new PathString(request.Path.Value[..end]));
            request.Path = new PathString(request.Path.Value[end..]);
        }

        return next(context);
    });

    private static bool IsBelow(PathString rest) => Array.Exists(TokenAddresses.OfTenants, one => rest.StartsWithSegments(one));

    private static bool IsTenant(string name, IServiceProvider services) => Guid.TryParseExact(name, "D", out var id)
        ? id == services.GetRequiredService<Tenant>().Id
        : Any.Contains(name, StringComparer.OrdinalIgnoreCase) || Domain().IsMatch(name);

    [GeneratedRegex("^[a-z0-9-]+([.][a-z0-9-]+)+$", RegexOptions.IgnoreCase)]
    private static partial Regex Domain();
}
