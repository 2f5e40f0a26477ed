using Microsoft.AspNetCore.Http;
using Regent.Core.Roles;

namespace Regent.Api.Arm.Protocol;

/// <summary>
/// Where a request goes: a scope, which may be any path, and what is asked of it. Repeated and trailing slashes and letter case do not
/// matter (specification of the API, section 3.1).
/// </summary>
/// <param name="ScopePath">The scope as it was sent, with a slash in front.</param>
/// <param name="Rest">What is asked of it, as the path below which the routes are.</param>
/// <param name="Path">The whole path as it was sent.</param>
internal sealed record ArmAddress(string ScopePath, string Rest, string Path)
{
    /// <summary>The path below which the routes are. Nobody asks for it from outside.</summary>
    public const string Root = "/arm";

    private const string Provider = "Microsoft.Authorization";

    // The top of a path in which scopes are looked up, and nothing is asked of them.
    private static readonly string[] Lookups = ["subscriptions", "tenants"];
    private static readonly string[] Tops = [.. Lookups, "providers"];
    private static readonly string[] Subscription = ["providers", "Microsoft.Subscription"];
    private static readonly string[] ManagementGroups = ["providers", "Microsoft.Management", "managementGroups"];

    /// <summary>The scope; null when the path is none.</summary>
    public Scope? Scope => Scope.TryParse(ScopePath, out var scope) && (scope.System == RoleSystem.Resources || scope == Scope.Tenant) ? scope : null;

    /// <summary>The path that is routed: the scope is one part of it, whatever it is.</summary>
    public string Routed => $"{Root}/{Uri.EscapeDataString(ScopePath)}{Rest}";

    /// <summary>The address read from this request before; null when it is not for Azure Resource Manager.</summary>
    public static ArmAddress? Of(HttpContext context) => context.Features.Get<ArmAddress>();

    /// <summary>Reads the address of a request; null when it is not for Azure Resource Manager.</summary>
    public static ArmAddress? Read(string path) => MayBe(path) ? Parted(path) : null;

    /// <summary>A scope as programs spell it, with or without a slash in front; null when it is none.</summary>
    public static Scope? ScopeOf(string text) =>
        new ArmAddress(PathOf(text.Split('/', StringSplitOptions.RemoveEmptyEntries)), Rest: "", text).Scope;

    private static ArmAddress? Parted(string path)
    {
        var parts = path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var at = parts.Length - 3; at >= 0; at--)
        {
            if (Is(parts[at], "providers") && Is(parts[at + 1], Provider))
            {
                return new ArmAddress(PathOf(parts[..at]), $"/{string.Join('/', parts[(at + 2)..])}", path);
            }
        }

        var parted = Short(parts);
        return parted is [var first, ..] && (Array.Exists(Lookups, top => Is(first, top)) || StartsWith(parted, ManagementGroups))
            ? new ArmAddress("/", $"/lookup/{string.Join('/', parted)}", path)
            : null;
    }

    // Most requests are for pages, and need not be taken apart.
    private static bool MayBe(string path) => path.Contains(Provider, StringComparison.OrdinalIgnoreCase)
        || Array.Exists(Tops, top => path.AsSpan().TrimStart('/').StartsWith(top, StringComparison.OrdinalIgnoreCase));

    private static string PathOf(string[] parts) => $"/{string.Join('/', Short(parts))}";

    private static string[] Short(string[] parts) => StartsWith(parts, Subscription) ? parts[Subscription.Length..] : parts;

    private static bool StartsWith(string[] parts, string[] beginning) =>
        parts.Length >= beginning.Length && beginning.Zip(parts).All(pair => Is(pair.First, pair.Second));

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
