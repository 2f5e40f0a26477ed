using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>Searches users and groups by name; for everybody who is signed in.</summary>
public sealed class FindPrincipals(IDirectory directory)
{
    /// <param name="text">Part of a name, sign-in name or mail; null or empty is all.</param>
    /// <param name="kind">Only users, or only groups; null is both.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Page<Principal>> ExecuteAsync(string? text, PrincipalKind? kind, PageAsk page, CancellationToken ct) =>
        directory.SearchAsync(text, kind, page, ct);
}
