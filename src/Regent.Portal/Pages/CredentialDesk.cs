using Regent.Core.Targets;

namespace Regent.Portal.Pages;

/// <summary>A target in which the reader holds something now and can be handed what they sign in there with.</summary>
/// <param name="Target">The target.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What kind of system it is.</param>
/// <param name="Account">Their account there.</param>
/// <param name="Entitlements">What they hold there now.</param>
public sealed record CredentialDesk(TargetId Target, string Name, TargetKind Kind, string Account, IReadOnlyList<string> Entitlements)
{
    /// <summary>Whether they bring a public key to be certified.</summary>
    public bool NeedsKey => Kind == TargetKind.Ssh;
}
