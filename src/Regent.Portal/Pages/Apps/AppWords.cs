using Regent.Core.Apps;

namespace Regent.Portal.Pages.Apps;

/// <summary>Registered programs in words.</summary>
internal static class AppWords
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public static string Kind(RegisteredApp app) => (app.IsPublic, app.AllowsDevices) switch
    {
        (true, true) => "Public, with device codes",
        (true, false) => "Public",
        _ => "Confidential",
    };

    public static string May(RegisteredApp app) => (app.Delegated.Count, app.Application.Count) switch
    {
        (0, 0) => "Nothing yet",
        (var forPeople, 0) => $"{forPeople} for people",
        (0, var forItself) => $"{forItself} for itself",
        var (forPeople, forItself) => $"{forPeople} for people, {forItself} for itself",
    };

    public static AppSecretState SecretAt(RegisteredApp app, DateTimeOffset now) => app switch
    {
        { IsPublic: true } => AppSecretState.None,
        _ when app.Secrets.Any(secret => secret.EndsAt > now + Soon) => AppSecretState.Good,
        _ when app.Secrets.Any(secret => secret.EndsAt > now) => AppSecretState.EndsSoon,
        _ => AppSecretState.Missing,
    };
}
