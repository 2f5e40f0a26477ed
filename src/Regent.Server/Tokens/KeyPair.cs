using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;
using Regent.Storage.Accounts;

namespace Regent.Server.Tokens;

/// <summary>The keys of one <see cref="TokenKey"/>, ready to be used.</summary>
/// <param name="CreatedAt">When they were made.</param>
/// <param name="Signing">Signs tokens.</param>
/// <param name="Hiding">Hides what only this server reads: codes and refresh tokens.</param>
internal sealed record KeyPair(DateTimeOffset CreatedAt, SigningCredentials Signing, EncryptingCredentials Hiding)
{
    // Every client can verify RSA; some know nothing else.
    private const int SigningBits = 2048;
    private const int HidingBytes = 32;

    /// <summary>New keys, protected.</summary>
    public static TokenKey Make(IDataProtector protector, DateTimeOffset now)
    {
        using var rsa = RSA.Create(SigningBits);
        var content = new Content(rsa.ExportPkcs8PrivateKey(), RandomNumberGenerator.GetBytes(HidingBytes));
        return new TokenKey
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            Content = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(content)),
        };
    }

    /// <summary>Reads protected keys.</summary>
    public static KeyPair Read(IDataProtector protector, TokenKey key)
    {
        var content = JsonSerializer.Deserialize<Content>(protector.Unprotect(key.Content))!;
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(content.Signing, out _);
        return new KeyPair(
            key.CreatedAt,
            new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = key.Id.ToString("N") }, SecurityAlgorithms.RsaSha256),
            new EncryptingCredentials(
                new SymmetricSecurityKey(content.Hiding) { KeyId = $"{key.Id:N}-e" },
                SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    private sealed record Content(byte[] Signing, byte[] Hiding);
}
