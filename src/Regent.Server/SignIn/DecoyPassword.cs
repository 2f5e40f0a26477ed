using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Work as long as that of a real check, so that the time of an answer tells nobody which names exist.</summary>
internal sealed class DecoyPassword(IOptions<PasswordHasherOptions> options)
{
    private static readonly Account Nobody = new();
    private readonly PasswordHasher<Account> hasher = new(options);
    private readonly string hash = new PasswordHasher<Account>(options).HashPassword(Nobody, RecoveryCodes.NewCode());

    public void Check(string? password) => hasher.VerifyHashedPassword(Nobody, hash, password ?? "");
}
