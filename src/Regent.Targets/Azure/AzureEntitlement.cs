using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Regent.Targets.Azure;

/// <summary>A role and where it is held.</summary>
/// <param name="Role">Its name or its id.</param>
/// <param name="Scope">A management group, subscription, resource group or resource, as a path.</param>
internal sealed partial record AzureEntitlement(string Role, string Scope)
{
    private const string At = " @ /";

    /// <summary>Reads an entitlement; false when it can be none of Azure.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AzureEntitlement? entitlement)
    {
        var at = text.LastIndexOf(At, StringComparison.Ordinal);
        var (role, scope) = at < 0 ? ("", "") : (text[..at], text[(at + At.Length - 1)..]);
        entitlement = role != "" && IsScope(scope) ? new AzureEntitlement(role, scope) : null;
        return entitlement is not null;
    }

    /// <summary>Whether a path can be one of Azure: nothing in it may lead to another place.</summary>
    public static bool IsScope(string path) => Path().IsMatch(path) && !path.Split('/').Any(part => part.EndsWith('.'));

    [GeneratedRegex(@"^(/[\w().-][\w(). -]{0,259}){1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
