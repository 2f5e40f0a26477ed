using System.Buffers.Text;
using System.Security.Cryptography;
using Regent.Core.Apps;

namespace Regent.Operations.Apps;

/// <summary>Makes secrets that nobody can guess.</summary>
internal static class NewSecret
{
    // Makes a leaked secret easy to find in logs and repositories.
    private const string Prefix = "rgs_";

    private const int Length = 32;

    public static (string Value, AppSecret Kept) Make(DateTimeOffset now, TimeSpan goodFor)
    {
        var value = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));
        return (value, AppSecret.Of(value, now, goodFor));
    }
}
