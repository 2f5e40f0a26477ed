using Regent.Core;

namespace Regent.Operations.Ports;

/// <summary>A target to which people go with something they are handed: a password, a certificate. It is handed over once and kept nowhere.</summary>
public interface IIssuesCredentials
{
    /// <summary>Makes a credential that is good no longer than the ask says; refuses an ask it cannot meet.</summary>
    Task<Outcome<Credential>> IssueAsync(CredentialAsk ask, CancellationToken ct);
}
