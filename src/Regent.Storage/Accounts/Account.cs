using Microsoft.AspNetCore.Identity;

namespace Regent.Storage.Accounts;

/// <summary>
/// What a person proves who they are with. Its id is the principal's id in the directory, its user name their UPN; who
/// they are otherwise, and whether they may still come in, is the directory's to say.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The secret of the authenticator app, protected by the key ring; null without one.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The latest time step of a one-time code that was accepted. No code of this step or an earlier one is taken again.</summary>
    public long? LastTotpStep { get; set; }
}
