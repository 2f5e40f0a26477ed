using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Regent.Server.Mail;

/// <summary>Believes whoever shows a certificate for the mail server's name that this machine trusts and that is not known to be revoked.</summary>
internal static class MailServerTrust
{
    // An authority of one's own seldom publishes what it has revoked, and this machine may not get at it: not knowing is no refusal.
    private const X509ChainStatusFlags Unknown = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    public static bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => errors switch
    {
        SslPolicyErrors.None => true,
        SslPolicyErrors.RemoteCertificateChainErrors => chain is { ChainStatus.Length: > 0 }
            && Array.TrueForAll(chain.ChainStatus, status => (status.Status & ~Unknown) == X509ChainStatusFlags.NoError),
        _ => false,
    };
}
