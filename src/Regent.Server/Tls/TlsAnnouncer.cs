using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Regent.Server.Tls;

/// <summary>Tells whoever started the server where https is, and how programs come to trust it.</summary>
internal sealed class TlsAnnouncer(LocalCertificates certificates, IServer server) : Announcer
{
    private IEnumerable<string> Addresses => (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        .Where(address => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    public override Task StartedAsync(CancellationToken cancellationToken) => Addresses.FirstOrDefault() is { } address
        ? Console.Out.WriteLineAsync($"""

            Programs that insist on https find it at
              address   {address.TrimEnd('/')}
              trust     {certificates.AuthorityFile}
              as        curl --cacert FILE, NODE_EXTRA_CA_CERTS=FILE, SSL_CERT_FILE=FILE; see docs/tokens.md

            """)
        : Task.CompletedTask;
}
