using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using QRCoder;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>The six digits of an authenticator app (RFC 6238): secrets, how they reach the app, and which step a code is of.</summary>
internal sealed class OneTimeCodes(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int SecretBytes = 20;
    private const string Issuer = "Regent";

    /// <summary>A new secret for the account, as it is kept: only this server's key ring can read it, and only for this account.</summary>
    public string NewSecret(Account account) => Protector(account).Protect(Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes)));

    /// <summary>The secret as a person types it, or null when what was kept is not this account's.</summary>
    public string? Reveal(Account account, string? secret)
    {
        try
        {
            return secret is null ? null : Protector(account).Unprotect(secret);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The time step a code is of, counting one step early or late as right; null when it is wrong.</summary>
    public long? StepOf(Account account, string? secret, string? code)
    {
        var digits = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        if (Reveal(account, secret) is not { } key || digits.Length != 6)
        {
            return null;
        }

        var totp = new Totp(Base32Encoding.ToBytes(key));
        return totp.VerifyTotp(clock.GetUtcNow().UtcDateTime, digits, out var step, VerificationWindow.RfcSpecifiedNetworkDelay) ? step : null;
    }

    /// <summary>A picture for the app's camera, within the page itself.</summary>
    public static string Picture(Account account, string key)
    {
        var address = new OtpUri(OtpType.Totp, key, account.UserName, Issuer).ToString();
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        var svg = System.Text.Encoding.UTF8.GetBytes(code.GetGraphic(4));
        return $"data:image/svg+xml;base64,{Convert.ToBase64String(svg)}";
    }

    private IDataProtector Protector(Account account) => protection.CreateProtector("Regent.OneTimeCodes", account.Id.ToString());
}
