using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Regent.Server.Tls;

namespace Regent.Server.Tests.Hosting;

/// <summary>The sample server with https beside http, for official clients that send no token without it.</summary>
public sealed class SecureServer : SampleServer
{
    private readonly LocalCertificates certificates;

    public SecureServer()
    {
        // Clients compare with their own clock, not with the one that is moved by hand.
        certificates = new LocalCertificates(Path.GetDirectoryName(DatabaseFile)!, TimeProvider.System);
        certificates.Current();
    }

    /// <summary>Where it listens for https, without a slash at the end.</summary>
    internal string SecureAddress
    {
        get
        {
            _ = Address;
            return PublicOf(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses).TrimEnd('/');
        }
    }

    /// <summary>What clients trust it by.</summary>
    internal string AuthorityFile => certificates.AuthorityFile;

    protected override string PublicOf(ICollection<string> addresses) =>
        addresses.Single(address => address.StartsWith("https:", StringComparison.Ordinal));

    protected override void Listen(KestrelServerOptions kestrel)
    {
        base.Listen(kestrel);
        kestrel.Listen(IPAddress.Loopback, port: 0, secure => secure.UseHttps());
    }
}
