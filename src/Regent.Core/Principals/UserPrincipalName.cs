using System.Diagnostics.CodeAnalysis;

namespace Regent.Core.Principals;

/// <summary>The name a person signs in with, such as <c>ada@regent.example</c>. Letter case is kept and never distinguishes.</summary>
public sealed record UserPrincipalName
{
    /// <summary>The longest name accepted, in characters.</summary>
    public const int MaxLength = 256;

    private UserPrincipalName(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads a name; false when it is not <c>local@domain</c> or holds blanks or control characters.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UserPrincipalName? name)
    {
        var trimmed = text?.Trim() ?? "";
        var parts = trimmed.Split('@');
        var valid = trimmed.Length <= MaxLength && parts is [{ Length: > 0 }, { Length: > 0 }]
            && !trimmed.Any(c => char.IsWhiteSpace(c) || NameText.IsUnfit(c));
        name = valid ? new UserPrincipalName(trimmed) : null;
        return valid;
    }

    public bool Equals(UserPrincipalName? other) => string.Equals(Value, other?.Value, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    public override string ToString() => Value;
}
