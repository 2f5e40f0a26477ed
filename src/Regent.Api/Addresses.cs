using System.Text.RegularExpressions;

namespace Regent.Api;

/// <summary>Programs put addresses together from pieces. Whatever comes of it is brought into the form the routes know.</summary>
internal static partial class Addresses
{
    private const string Namespace = "microsoft.graph.";

    /// <summary>
    /// Makes one slash of several, drops those at the end, writes a key in brackets, <c>users('17')</c>, as a part of its own, and takes
    /// the schema's name off functions and actions.
    /// </summary>
    public static string Normal(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Normalized);
        return $"/{string.Join('/', parts)}";
    }

    private static string Normalized(string part)
    {
        var bare = part.StartsWith(Namespace, StringComparison.OrdinalIgnoreCase) && part.Contains('(', StringComparison.Ordinal)
            ? part[Namespace.Length..]
            : part;
        return KeyInBrackets().Replace(bare, "${set}/${key}");
    }

    [GeneratedRegex(@"^(?<set>\w+)\('(?<key>[^'=]+)'\)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex KeyInBrackets();
}
