using Regent.Core.Principals;

namespace Regent.Operations.Ports;

/// <summary>One-time links with which people choose a password.</summary>
public interface IPasswordLinks
{
    /// <summary>
    /// Makes a link for a person, in the running unit of work. Earlier ones stay good. All of them are void once one was used, or
    /// anything about how the person signs in was changed.
    /// </summary>
    Task<PasswordLink> MakeAsync(PrincipalId person, TimeSpan lifetime, CancellationToken ct);
}
