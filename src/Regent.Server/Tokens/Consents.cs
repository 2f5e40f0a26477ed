using OpenIddict.Abstractions;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Audit;

namespace Regent.Server.Tokens;

/// <summary>Remembers what people let programs do for them, so that they are asked once.</summary>
internal sealed class Consents(IOpenIddictAuthorizationManager authorizations, RecordAccountEvent record, TimeProvider clock)
{
    // Signing in is agreed to as well, even if nothing else is asked.
    private const string SignIn = "openid";

    /// <summary>Whether the person agreed to all of this before.</summary>
    public async Task<bool> CoversAsync(PrincipalId person, Wish wish, CancellationToken ct)
    {
        var agreed = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var one in FindAsync(person, wish, ct))
        {
            agreed.UnionWith(await authorizations.GetScopesAsync(one, ct));
        }

        return Of(wish).All(agreed.Contains);
    }

    /// <summary>Remembers that the person agrees.</summary>
    public async Task GiveAsync(PrincipalId person, Wish wish, CancellationToken ct)
    {
        var agreed = new OpenIddictAuthorizationDescriptor
        {
            ApplicationId = wish.App.Id.ToString(),
            Subject = person.ToString(),
            CreationDate = clock.GetUtcNow(),
            Type = OpenIddictConstants.AuthorizationTypes.Permanent,
            Status = OpenIddictConstants.Statuses.Valid,
        };
        agreed.Scopes.UnionWith(Of(wish));
        await authorizations.CreateAsync(agreed, ct);
        await record.ExecuteAsync(
            AuditActivities.AppConsented, person, wish.App.ServicePrincipal, AuditResult.Success, string.Join(' ', wish.Names), ct);
    }

    private static IEnumerable<string> Of(Wish wish) => wish.FullNames.Prepend(SignIn);

    private IAsyncEnumerable<object> FindAsync(PrincipalId person, Wish wish, CancellationToken ct) => authorizations.FindAsync(
        subject: person.ToString(), client: wish.App.Id.ToString(), status: OpenIddictConstants.Statuses.Valid,
        type: OpenIddictConstants.AuthorizationTypes.Permanent, scopes: null, cancellationToken: ct);
}
