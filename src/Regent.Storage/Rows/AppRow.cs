using System.Text.Json;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using Regent.Core.Apps;
using Regent.Core.Principals;

namespace Regent.Storage.Rows;

/// <summary>A registered program. What OpenIddict has to know of it stands in the columns of its own model, which nothing else reads.</summary>
internal sealed class AppRow : OpenIddictEntityFrameworkCoreApplication<Guid, AppAuthorizationRow, AppTokenRow>
{
    private static readonly string[] ForEverything =
    [
        OpenIddictConstants.Permissions.Endpoints.Token, OpenIddictConstants.Permissions.Endpoints.Revocation,
        OpenIddictConstants.Permissions.Endpoints.Introspection, OpenIddictConstants.Permissions.Endpoints.EndSession,
        OpenIddictConstants.Permissions.GrantTypes.RefreshToken,
    ];

    private static readonly string[] ForBrowsers =
    [
        OpenIddictConstants.Permissions.Endpoints.Authorization, OpenIddictConstants.Permissions.GrantTypes.AuthorizationCode,
        OpenIddictConstants.Permissions.ResponseTypes.Code,
    ];

    private static readonly string[] ForDevices =
    [
        OpenIddictConstants.Permissions.Endpoints.DeviceAuthorization, OpenIddictConstants.Permissions.GrantTypes.DeviceCode,
    ];

    public Guid ServicePrincipalId { get; set; }
    public bool IsPublic { get; set; }
    public bool AllowsDevices { get; set; }
    public string Delegated { get; set; } = "[]";
    public string GrantedToItself { get; set; } = "[]";
    public string Secrets { get; set; } = "[]";
    public DateTimeOffset CreatedAt { get; set; }
    public string SortName { get; set; } = "";

    /// <summary>The secrets it has, good or ended.</summary>
    public IReadOnlyList<AppSecret> ReadSecrets() => JsonSerializer.Deserialize<List<AppSecret>>(Secrets) ?? [];

    public void Take(RegisteredApp app)
    {
        (ClientId, DisplayName, SortName) = (app.Id.ToString(), app.Name, Search.Fold(app.Name));
        (ServicePrincipalId, CreatedAt) = (app.ServicePrincipal.Value, app.CreatedAt);
        (IsPublic, AllowsDevices) = (app.IsPublic, app.AllowsDevices);
        Delegated = JsonSerializer.Serialize(app.Delegated);
        GrantedToItself = JsonSerializer.Serialize(app.Application);
        Secrets = JsonSerializer.Serialize(app.Secrets);
        RedirectUris = JsonSerializer.Serialize(app.RedirectAddresses.Select(address => address.Value));
        PostLogoutRedirectUris = RedirectUris;
        ClientType = app.IsPublic ? OpenIddictConstants.ClientTypes.Public : OpenIddictConstants.ClientTypes.Confidential;
        ConsentType = OpenIddictConstants.ConsentTypes.Explicit;

        // A program on somebody's machine listens on whatever port is free (RFC 8252, section 7.3).
        ApplicationType = app.RedirectAddresses.Any(address => address.IsNative)
            ? OpenIddictConstants.ApplicationTypes.Native
            : OpenIddictConstants.ApplicationTypes.Web;
        Requirements = JsonSerializer.Serialize(
            app.IsPublic ? [OpenIddictConstants.Requirements.Features.ProofKeyForCodeExchange] : Array.Empty<string>());
        Permissions = JsonSerializer.Serialize(MayUse(app));
    }

    public RegisteredApp ToCore() => new(new AppId(Id), new PrincipalId(ServicePrincipalId), DisplayName ?? "")
    {
        IsPublic = IsPublic,
        AllowsDevices = AllowsDevices,
        RedirectAddresses =
        [
            .. Read(RedirectUris).Select(text => RedirectAddress.TryParse(text, out var address) ? address : null).OfType<RedirectAddress>(),
        ],
        Delegated = Read(Delegated),
        Application = Read(GrantedToItself),
        Secrets = ReadSecrets(),
        CreatedAt = CreatedAt,
    };

    private static List<string> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<string>>(json) ?? [];

    private static IEnumerable<string> MayUse(RegisteredApp app) =>
    [
        .. ForEverything,
        .. app.RedirectAddresses.Count > 0 ? ForBrowsers : [],
        .. app.AllowsDevices ? ForDevices : [],
        .. app.IsPublic ? Array.Empty<string>() : [OpenIddictConstants.Permissions.GrantTypes.ClientCredentials],
    ];
}
