using System.Net;
using System.Net.Sockets;

namespace Regent.Targets.Webhook;

/// <summary>Tells addresses of the internet from those that lead into a network of one's own, to this machine, or nowhere.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
            // Given out for the internet, and yet the host's own at a virtual machine of Azure.
            "168.63.129.16/32",
        }.Select(IPNetwork.Parse),
    ];

    // All that was ever given out for the internet.
    private static readonly IPNetwork Given = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    public static bool Is(IPAddress address) =>
        Inner(address) is { } inner
            ? Is(inner)
            : (address.AddressFamily == AddressFamily.InterNetwork || Given.Contains(address)) && !NotPublic.Any(one => one.Contains(address));

    // An address of version 4 that is written as one of version 6.
    private static IPAddress? Inner(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 || Translated.Contains(address) ? new IPAddress(bytes[12..])
            : SixToFour.Contains(address) ? new IPAddress(bytes[2..6])
            : null;
    }
}
