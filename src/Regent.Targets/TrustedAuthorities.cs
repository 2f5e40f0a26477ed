using System.Security.Cryptography.X509Certificates;

namespace Regent.Targets;

/// <summary>Whose certificates are trusted on the way to a target: those an administrator gave, or those the machine trusts.</summary>
internal static class TrustedAuthorities
{
    /// <summary>How a server's certificate is judged; null is as the machine judges.</summary>
    public static X509ChainPolicy? PolicyOf(X509Certificate2Collection? authorities)
    {
        if (authorities is null)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }
}
