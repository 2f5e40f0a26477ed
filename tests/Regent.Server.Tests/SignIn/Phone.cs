using System.Text.RegularExpressions;
using OtpNet;

namespace Regent.Server.Tests.SignIn;

/// <summary>An authenticator app that was told a key by the set-up page.</summary>
internal sealed partial class Phone(SignInHost host, string key)
{
    /// <summary>The code it shows now.</summary>
    public string Code => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(host.Clock.GetUtcNow().UtcDateTime);

    /// <summary>A code that is right neither now nor around now.</summary>
    public string WrongCode
    {
        get
        {
            var totp = new Totp(Base32Encoding.ToBytes(key));
            var near = Enumerable.Range(-2, 5).Select(step => totp.ComputeTotp(host.Clock.GetUtcNow().UtcDateTime.AddSeconds(30 * step)));
            return Enumerable.Range(0, 9).Select(digit => $"{digit}{digit}{digit}{digit}{digit}{digit}").First(code => !near.Contains(code));
        }
    }

    /// <summary>Sets up the app in a visitor's session, and comes out with the recovery codes shown, if any.</summary>
    public static async Task<(Phone Phone, IReadOnlyList<string> RecoveryCodes)> SetUpAsync(SignInHost host, Visitor visitor)
    {
        await visitor.OpenAsync("/account/authenticator");
        var phone = new Phone(host, Key().Match(visitor.Page).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal));
        await visitor.SubmitAsync("/account/authenticator", ("code", phone.Code), ("password", SignInHost.Password));
        Assert.NotNull(visitor.Caller?.MfaAt);
        return (phone, [.. Codes().Matches(visitor.Page).Select(match => match.Groups["code"].Value)]);
    }

    /// <summary>The next code, which was not used before.</summary>
    public string NextCode()
    {
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        return Code;
    }

    [GeneratedRegex("""data-testid="key">(?<key>[A-Z2-7 ]+)<""")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>(?<code>[A-Z2-7-]+)</code></li>")]
    private static partial Regex Codes();
}
