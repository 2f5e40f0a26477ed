using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Regent.Operations.Ports;

namespace Regent.Server.Hosting;

/// <summary>Locks secrets with the server's key ring.</summary>
internal sealed class SecretBox(IDataProtectionProvider protection) : ISecretBox
{
    private readonly IDataProtector protector = protection.CreateProtector("Regent.Secrets");

    public string Lock(string secret) => protector.Protect(secret);

    public string? Open(string locked)
    {
        try
        {
            return protector.Unprotect(locked);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
