using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>One principal, for everybody who is signed in; null when unknown.</summary>
public sealed class GetPrincipal(IDirectory directory)
{
    public Task<Principal?> ExecuteAsync(PrincipalId id, CancellationToken ct) => directory.FindAsync(id, ct);

    /// <summary>The user with this sign-in name.</summary>
    public Task<Principal?> ExecuteAsync(UserPrincipalName name, CancellationToken ct) => directory.FindByNameAsync(name, ct);
}
