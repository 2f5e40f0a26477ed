using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Regent.Targets;

/// <summary>The way to targets that speak HTTP: TLS is verified always, redirects are not followed, answers have an end.</summary>
internal static class TargetHttp
{
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    /// <summary>Calls over a way, and waits where a server asks to; each call ends itself.</summary>
    /// <param name="way">The way there.</param>
    /// <param name="timeout">How long a call may take.</param>
    /// <param name="patience">Knows which servers are to be left alone.</param>
    /// <param name="clock">Tells the time.</param>
    public static HttpClient Client(HttpMessageHandler way, TimeSpan timeout, Patience patience, TimeProvider clock) =>
        new(Patiently(way, timeout, patience, clock)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The same for a client that brings its own way of calling.</summary>
    /// <inheritdoc cref="Client" />
    public static HttpMessageHandler Patiently(HttpMessageHandler way, TimeSpan timeout, Patience patience, TimeProvider clock) =>
        new PatientHandler(new BoundedHandler(way), timeout, patience, clock);

    /// <summary>A way of connections.</summary>
    /// <param name="authorities">Who signs their certificates; null is whom the machine trusts.</param>
    /// <param name="timeout">How long a connection may take.</param>
    public static SocketsHttpHandler Handler(X509Certificate2Collection? authorities, TimeSpan timeout)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = timeout,
            PooledConnectionLifetime = ConnectionLife,
        };
        handler.SslOptions.CertificateChainPolicy = TrustedAuthorities.PolicyOf(authorities);
        return handler;
    }

    /// <summary>Whether secrets may be sent there: over TLS, or without leaving the machine.</summary>
    public static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Whether the way was lost: no connection, or one that broke. Some of it comes from below the HTTP client as it is.</summary>
    public static bool IsLost(Exception error) => error is HttpRequestException or IOException or SocketException;

    /// <summary>What went wrong on the way, down to its cause.</summary>
    public static string WordsOf(Exception error)
    {
        var words = new List<string>();
        for (var one = error; one is not null; one = one.InnerException)
        {
            if (!words.Exists(said => said.Contains(one.Message, StringComparison.Ordinal)))
            {
                words.Add(one.Message);
            }
        }

        return string.Join(' ', words);
    }
}
