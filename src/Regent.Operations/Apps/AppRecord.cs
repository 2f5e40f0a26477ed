using Regent.Core.Apps;
using Regent.Core.Audit;
using Regent.Core.Principals;

namespace Regent.Operations.Apps;

/// <summary>What happens to programs, as the record keeps it.</summary>
internal static class AppRecord
{
    public static AuditEntry Of(DateTimeOffset now, string activity, PrincipalId? actor, RegisteredApp app) => AuditEntry.Of(now, activity, actor) with
    {
        Subject = app.ServicePrincipal,
        Details = new Dictionary<string, string>
        {
            ["AppId"] = app.Id.ToString(),
            ["DelegatedPermissions"] = string.Join(' ', app.Delegated),
            ["ApplicationPermissions"] = string.Join(' ', app.Application),
            ["RedirectUris"] = string.Join(' ', app.RedirectAddresses),
        },
    };
}
