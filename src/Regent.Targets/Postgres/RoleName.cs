using System.Text;

namespace Regent.Targets.Postgres;

/// <summary>Names of roles, as values and as parts of statements.</summary>
internal static class RoleName
{
    // The server cuts longer names without a word, and then means another role.
    private const int MaxBytes = 63;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the protocol can carry this as a text. What it cannot carry is no role's name.</summary>
    public static bool IsPossible(string name)
    {
        try
        {
            return name.Length > 0 && !name.Contains('\0') && Strict.GetByteCount(name) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Whether a role can be made by this name.</summary>
    public static bool CanBeNew(string name) => IsPossible(name) && Strict.GetByteCount(name) <= MaxBytes;

    /// <summary>The name as a part of a statement.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Distinct().Select(Quoted));
}
