using System.Net;

namespace Regent.Server.Hosting;

/// <summary>Where the server is told to listen.</summary>
internal static class Addresses
{
    /// <summary>The addresses as configured; empty when none are.</summary>
    public static IReadOnlyList<string> Of(IConfiguration configuration) =>
    [
        .. (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. Ports(configuration["http_ports"], "http"),
        .. Ports(configuration["https_ports"], "https"),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>(),
    ];

    /// <summary>Whether only this machine can reach the address.</summary>
    public static bool IsLoopback(string address)
    {
        var binding = BindingAddress.Parse(address);
        return string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    /// <summary>Where it can be reached safely; null when nowhere.</summary>
    public static Uri? Safe(IConfiguration configuration) =>
        Of(configuration).FirstOrDefault(address => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) is { } safe ? Reached(safe) : null;

    /// <summary>Where people on this machine reach the server, for links when nothing better is configured.</summary>
    public static Uri Local(IConfiguration configuration) => Of(configuration) is [var first, ..] ? Reached(first) : new Uri("http://localhost:5000");

    private static Uri Reached(string address)
    {
        var binding = BindingAddress.Parse(address);
        var everywhere = binding.Host is "*" or "+" or "0.0.0.0" or "[::]";
        return new Uri($"{binding.Scheme}://{(everywhere ? "localhost" : binding.Host)}:{binding.Port}");
    }

    private static IEnumerable<string> Ports(string? ports, string scheme) =>
        (ports ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(port => $"{scheme}://*:{port}");
}
