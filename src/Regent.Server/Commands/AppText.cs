using Regent.Core.Apps;
using Regent.Operations.Apps;

namespace Regent.Server.Commands;

/// <summary>Registered programs as the command line shows them.</summary>
internal static class AppText
{
    public static async Task WriteAsync(TextWriter output, AppWithSecret made)
    {
        await output.WriteLineAsync($"client id      {made.App.Id}");
        if (made.Secret is not null)
        {
            await output.WriteLineAsync($"client secret  {made.Secret}");
        }
    }

    public static async Task WriteAsync(TextWriter output, IReadOnlyList<RegisteredApp> apps)
    {
        foreach (var app in apps)
        {
            await output.WriteLineAsync($"{app.Id}  {TerminalText.Plain(app.Name)}");
        }
    }

    public static object Json(AppWithSecret made) => new { clientId = made.App.Id.Value, clientSecret = made.Secret, app = Json(made.App) };

    public static object Json(RegisteredApp app) => new
    {
        clientId = app.Id.Value,
        name = app.Name,
        servicePrincipal = app.ServicePrincipal.Value,
        isPublic = app.IsPublic,
        device = app.AllowsDevices,
        redirectUris = app.RedirectAddresses.Select(address => address.Value),
        delegated = app.Delegated,
        permissions = app.Application,
        createdAt = app.CreatedAt,
    };
}
