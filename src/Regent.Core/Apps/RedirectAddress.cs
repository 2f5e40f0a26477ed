using System.Diagnostics.CodeAnalysis;

namespace Regent.Core.Apps;

/// <summary>Where a browser is sent back to after sign-in: a web page behind https, this machine, or a program by its own scheme.</summary>
public sealed record RedirectAddress
{
    private const int Longest = 512;

    // What a browser would run or open by itself instead of handing it to a program.
    private static readonly HashSet<string> Unfit = ["javascript", "data", "vbscript", "file", "blob", "about", "ftp", "ws", "wss"];

    private RedirectAddress(string value) => Value = value;

    public string Value { get; }

    /// <summary>Whether it leads to the machine of whoever signs in, where a program listens.</summary>
    public bool IsLoopback => new Uri(Value) is { Scheme: "http", IsLoopback: true };

    /// <summary>Whether it leads to a program rather than to a website.</summary>
    public bool IsNative => IsLoopback || new Uri(Value).Scheme is not "https";

    /// <summary>Reads an address; false when it is not absolute, could lead anywhere, or could be overheard.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RedirectAddress? address)
    {
        var trimmed = text?.Trim() ?? "";
        address = trimmed.Length is > 0 and <= Longest && !trimmed.Contains('*') && IsFit(trimmed) ? new RedirectAddress(trimmed) : null;
        return address is not null;
    }

    public override string ToString() => Value;

    private static bool IsFit(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0 && uri.Scheme switch
        {
            "https" => true,
            "http" => uri.IsLoopback,
            _ => !Unfit.Contains(uri.Scheme),
        };
}
