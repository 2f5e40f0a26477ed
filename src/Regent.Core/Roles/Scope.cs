using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Regent.Core.Principals;

namespace Regent.Core.Roles;

/// <summary>
/// Where a role holds: the tenant, an administrative unit, a group, or a path of Azure Resource Manager (specification,
/// section 1.4). Letter case is kept and never distinguishes.
/// </summary>
public sealed partial record Scope
{
    /// <summary>The longest scope accepted, in characters.</summary>
    public const int MaxLength = 1024;

    private const string UnitPrefix = "/administrativeUnits/";
    private const string GroupPrefix = "/groups/";
    private const string ManagementGroupPrefix = "/providers/Microsoft.Management/managementGroups/";

    private Scope(string value, ScopeKind kind)
    {
        Value = value;
        Kind = kind;
    }

    /// <summary>The whole organisation, <c>/</c>.</summary>
    public static Scope Tenant { get; } = new("/", ScopeKind.Tenant);

    public string Value { get; }

    public ScopeKind Kind { get; }

    /// <summary>The family of roles that can be held here.</summary>
    public RoleSystem System => Kind switch
    {
        ScopeKind.Tenant or ScopeKind.AdministrativeUnit => RoleSystem.Directory,
        ScopeKind.Group => RoleSystem.Groups,
        ScopeKind.ManagementGroup or ScopeKind.Subscription or ScopeKind.ResourceGroup or ScopeKind.Resource => RoleSystem.Resources,
    };

    /// <summary>The scope whose settings count here: a directory role has one policy for the whole tenant, any other one for each scope.</summary>
    public Scope PolicyScope => System == RoleSystem.Directory ? Tenant : this;

    /// <summary>The group this is about; null for any other scope.</summary>
    public PrincipalId? Group => Kind == ScopeKind.Group ? new PrincipalId(new Guid(Value[GroupPrefix.Length..])) : null;

    /// <summary>
    /// The scope right above, as far as the path itself says so; null where it does not: what a subscription or a management group
    /// lies in is kept in the scope tree.
    /// </summary>
    public Scope? Container => Kind switch
    {
        ScopeKind.ResourceGroup => Cut("/resourceGroups/"),
        ScopeKind.Resource when ResourcePath().Match(Value) is var path && path.Groups["step"].Captures.Count > 1 =>
            new Scope(Value[..^path.Groups["step"].Captures[^1].Length], ScopeKind.Resource),
        ScopeKind.Resource => Cut("/providers/"),
        _ => null,
    };

    /// <summary>An administrative unit.</summary>
    public static Scope OfUnit(Guid unit) => new($"{UnitPrefix}{unit:D}", ScopeKind.AdministrativeUnit);

    /// <summary>One group, in which somebody is member or owner.</summary>
    public static Scope OfGroup(PrincipalId group) => new($"{GroupPrefix}{group}", ScopeKind.Group);

    /// <summary>Reads a scope in any letter case; false when it is none of the kinds there are.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Scope? scope)
    {
        scope = text switch
        {
            null or { Length: > MaxLength } => null,
            "/" => Tenant,
            _ when IdAfter(UnitPrefix, text) is { } unit => OfUnit(unit),
            _ when IdAfter(GroupPrefix, text) is { } group => OfGroup(new PrincipalId(group)),
            _ when ManagementGroupPath().Match(text) is { Success: true } path =>
                new Scope(ManagementGroupPrefix + path.Groups["name"].Value, ScopeKind.ManagementGroup),
            _ when ResourcePath().Match(text) is { Success: true } path => OfResource(path),
            _ => null,
        };
        return scope is not null;
    }

    public bool Equals(Scope? other) => string.Equals(Value, other?.Value, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    public override string ToString() => Value;

    private static Guid? IdAfter(string prefix, string text) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(text[prefix.Length..], "D", out var id)
            ? id
            : null;

    private static Scope OfResource(Match path)
    {
        var (group, provider) = (path.Groups["group"], path.Groups["provider"]);
        var value = $"/subscriptions/{path.Groups["subscription"].Value.ToLowerInvariant()}"
            + (group.Success ? $"/resourceGroups/{group.Value}" : "")
            + (provider.Success ? $"/providers/{provider.Value}{string.Concat(path.Groups["step"].Captures)}" : "");
        return new Scope(value, provider.Success ? ScopeKind.Resource : group.Success ? ScopeKind.ResourceGroup : ScopeKind.Subscription);
    }

    private Scope Cut(string before) =>
        TryParse(Value[..Value.LastIndexOf(before, StringComparison.Ordinal)], out var scope) ? scope : throw new FormatException(Value);

    [GeneratedRegex("^/providers/Microsoft.Management/managementGroups/(?<name>[A-Za-z0-9_().-]{1,90})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ManagementGroupPath();

    [GeneratedRegex(
        """^/subscriptions/(?<subscription>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(/resourceGroups/(?<group>[\w().-]{1,90}))?(/providers/(?<provider>[A-Za-z0-9.]{1,100})(?<step>/[A-Za-z0-9.]{1,100}/[^/\s\p{C}<>%&\\?#"*|]{1,260})+)?$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ResourcePath();
}
