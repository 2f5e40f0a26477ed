using System.Security.Cryptography;
using System.Text;

namespace Regent.Core.Apps;

/// <summary>One secret a program proves itself with. Only its hash is kept; it is as long as a key, so a plain hash is enough.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Hint">How it begins, to tell it from others.</param>
/// <param name="Hash">What it hashes to.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="EndsAt">Until when it is good.</param>
public sealed record AppSecret(Guid Id, string Hint, string Hash, DateTimeOffset CreatedAt, DateTimeOffset EndsAt)
{
    /// <summary>The longest any secret is good.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(730);

    private const int HintLength = 8;

    /// <summary>A secret of this value.</summary>
    public static AppSecret Of(string value, DateTimeOffset now, TimeSpan goodFor) => new(
        Guid.CreateVersion7(now), value[..HintLength], HashOf(value), now, now + (goodFor < Longest ? goodFor : Longest));

    /// <summary>Whether this is the value, at a moment when the secret is still good.</summary>
    public bool IsMetBy(string value, DateTimeOffset now) =>
        now < EndsAt && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(Hash), Convert.FromHexString(HashOf(value)));

    private static string HashOf(string value) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
}
