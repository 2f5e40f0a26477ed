using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace Regent.Server.SignIn;

/// <summary>Codes of a hundred random bits, long enough that their hash alone keeps them.</summary>
internal static class RecoveryCodes
{
    private const int Count = 10;
    private const int Letters = 20;
    private const int GroupLetters = 5;

    /// <summary>A new set, to be shown once.</summary>
    public static IReadOnlyList<string> New() => [.. Enumerable.Range(0, Count).Select(_ => NewCode())];

    /// <summary>One random code, in groups that can be read aloud.</summary>
    public static string NewCode() =>
        string.Join('-', Base32Encoding.ToString(RandomNumberGenerator.GetBytes(Letters)).Take(Letters).Chunk(GroupLetters).Select(group => new string(group)));

    /// <summary>What is kept of a code, however it was typed.</summary>
    public static byte[] Hash(string? code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. (code ?? "").Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)])));
}
