using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Regent.Server.SignIn;

/// <summary>
/// Bounds how fast one address may try, whatever the account: guessing across many accounts, and the work it makes us do.
/// Loopback is free, for there it is either the machine's owner or a balancer that speaks for everybody.
/// </summary>
internal static class AttemptLimit
{
    public const string Policy = "SignInAttempts";

    private const int PerMinute = 60;
    private const int NetworkBytes = 8;

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, http => Partition(http.Connection.RemoteIpAddress));
    }

    private static RateLimitPartition<string> Partition(IPAddress? from) => from is null || IPAddress.IsLoopback(from)
        ? RateLimitPartition.GetNoLimiter("loopback")
        : RateLimitPartition.GetFixedWindowLimiter(
            Network(from), _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) });

    // Whoever has one IPv6 address has as many as they like of the same network.
    private static string Network(IPAddress from) => from.IsIPv4MappedToIPv6 || from.GetAddressBytes().Length <= NetworkBytes
        ? from.MapToIPv4().ToString()
        : Convert.ToHexString(from.GetAddressBytes().AsSpan(0, NetworkBytes));
}
