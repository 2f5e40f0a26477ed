using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Regent.Core.Principals;

namespace Regent.Core.Targets;

/// <summary>
/// How a person's account in a target is called, made of what the directory knows of them: <c>{upn}</c>, <c>{name}</c> (the part of
/// the sign-in name before the @), <c>{domain}</c> (the part after it), <c>{mail}</c> and <c>{id}</c>, with any text around.
/// </summary>
public sealed partial record AccountTemplate
{
    private const int MaxLength = 256;

    private AccountTemplate(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads a template; false when it names nobody, or something unknown stands in braces.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AccountTemplate? template)
    {
        var trimmed = text?.Trim() ?? "";
        var outside = Part().Replace(trimmed, "");
        var valid = trimmed.Length is > 0 and <= MaxLength && Part().IsMatch(trimmed) && outside.IndexOfAny(['{', '}']) < 0
            && !outside.Any(NameText.IsUnfit);
        template = valid ? new AccountTemplate(trimmed) : null;
        return valid;
    }

    /// <summary>The account of somebody; null when they have none here, because something it is made of is not known of them.</summary>
    public string? AccountOf(Principal principal)
    {
        var complete = true;
        var account = Part().Replace(Value, part =>
        {
            var text = Text(part.Groups["name"].Value, principal);
            complete &= !string.IsNullOrEmpty(text);
            return text ?? "";
        });
        return complete && account.Length <= Holding.MaxLength ? account : null;
    }

    public override string ToString() => Value;

    private static string? Text(string name, Principal principal) => name switch
    {
        "upn" => principal.UserPrincipalName?.Value,
        "name" => principal.UserPrincipalName?.Value.Split('@')[0].ToLowerInvariant(),
        "domain" => principal.UserPrincipalName?.Value.Split('@')[1].ToLowerInvariant(),
        "mail" => principal.Address,
        _ => principal.Id.ToString(),
    };

    [GeneratedRegex(@"\{(?<name>upn|name|domain|mail|id)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
