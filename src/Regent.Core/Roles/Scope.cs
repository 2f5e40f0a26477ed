using System.Diagnostics.CodeAnalysis;

namespace Regent.Core.Roles;

/// <summary>Where a role holds: the tenant or one administrative unit (specification, section 1.4).</summary>
public sealed record Scope
{
    private const string UnitPrefix = "/administrativeUnits/";

    private Scope(string value) => Value = value;

    /// <summary>The whole organisation, <c>/</c>.</summary>
    public static Scope Tenant { get; } = new("/");

    public string Value { get; }

    /// <summary>Reads a scope in any letter case; false when it is neither the tenant nor an administrative unit.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Scope? scope)
    {
        scope = text switch
        {
            "/" => Tenant,
            not null when text.StartsWith(UnitPrefix, StringComparison.OrdinalIgnoreCase)
                && Guid.TryParseExact(text[UnitPrefix.Length..], "D", out var unit) => new Scope($"{UnitPrefix}{unit:D}"),
            _ => null,
        };
        return scope is not null;
    }

    public override string ToString() => Value;
}
