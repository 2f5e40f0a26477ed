using OpenIddict.Abstractions;
using Regent.Api;
using Regent.Core.Apps;
using Regent.Operations;
using Regent.Operations.Ports;

namespace Regent.Server.Tokens;

/// <summary>Reads what programs ask for, and holds it against what they were given.</summary>
internal sealed class Wishes(IAppStore apps, IPermissionCatalog catalog, NotificationOptions links)
{
    private static readonly string[] Both = [TokenNames.GraphAudience, TokenNames.ArmAudience];

    private static readonly WishReading NoApp = new WishReading.Bad(
        OpenIddictConstants.Errors.InvalidClient, "There is no app registration with this client_id.");

    /// <summary>What a program asks for that acts for a person.</summary>
    public Task<WishReading> ForPersonAsync(string? client, IEnumerable<string> scopes, HttpRequest request, CancellationToken ct) =>
        ReadAsync(client, scopes, request, Delegated, ct);

    /// <summary>What a program asks for that acts for itself: all it was granted, at one place.</summary>
    public Task<WishReading> ForItselfAsync(string? client, IEnumerable<string> scopes, HttpRequest request, CancellationToken ct) =>
        ReadAsync(client, scopes, request, OfItself, ct);

    private static WishReading.Bad Unfit(string why) => new(OpenIddictConstants.Errors.InvalidScope, why);

    private async Task<WishReading> ReadAsync(
        string? client, IEnumerable<string> scopes, HttpRequest request, Func<RegisteredApp, string, List<ScopeText>, List<string>, WishReading> judge,
        CancellationToken ct)
    {
        if (!Guid.TryParse(client, out var id) || await apps.FindAsync(new AppId(id), ct) is not { } app)
        {
            return NoApp;
        }

        Uri[] own = [links.PublicUrl, new($"{request.Scheme}://{request.Host}")];
        var sent = scopes.ToList();
        var read = sent.Select(scope => (scope, ScopeText.Read(scope, own))).ToList();
        if (read.Find(one => one.Item2 is null) is { scope: { } stranger })
        {
            return Unfit($"'{stranger}' is asked of a resource that is not here.");
        }

        var asked = read.Select(one => one.Item2!).Where(scope => scope.Audience is not null).ToList();
        return asked.Select(scope => scope.Audience).Distinct().ToList() switch
        {
            [] => judge(app, TokenNames.GraphAudience, asked, sent),
            [{ } audience] => judge(app, audience, asked, sent),
            _ => Unfit("One token is for one resource: ask for Graph and for Azure Resource Manager one after the other."),
        };
    }

    private WishReading Delegated(RegisteredApp app, string audience, List<ScopeText> asked, List<string> sent)
    {
        var given = app.Delegated.Where(name => IsOf(name, audience)).ToList();
        if (asked.Exists(scope => scope.IsDefault))
        {
            return given.Count > 0
                ? new WishReading.Good(new Wish(app, [.. given.Select(ScopeText.AudienceOf).Distinct()], given, sent))
                : Unfit($"The app registration '{app.Name}' has no delegated permission for {audience}. An administrator can add some.");
        }

        var names = asked.ConvertAll(scope => (scope.Name, Given: given.Find(name => name.Equals(scope.Name, StringComparison.OrdinalIgnoreCase))));
        return names.Find(one => one.Given is null).Name is { } missing
            ? Unfit(Known(missing)
                ? $"The app registration '{app.Name}' lacks the delegated permission '{missing}'. An administrator can add it."
                : $"There is no permission '{missing}'.")
            : new WishReading.Good(new Wish(app, [audience], [.. names.Select(one => one.Given!).Distinct()], sent));
    }

    private WishReading OfItself(RegisteredApp app, string audience, List<ScopeText> asked, List<string> sent) => asked is [{ IsDefault: true }]
        ? new WishReading.Good(new Wish(app, audience == ScopeText.Own ? Both : [audience], [.. app.Application.Where(name => IsOf(name, audience))], sent))
        : Unfit($"A program that acts for itself asks for all it was granted: '{TokenNames.GraphAudience}/.default' or '{TokenNames.ArmAudience}/.default'.");

    private bool Known(string name) => catalog.All.Any(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsOf(string name, string audience) => audience == ScopeText.Own || ScopeText.AudienceOf(name) == audience;
}
