using Microsoft.AspNetCore.Identity;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>What a password must be beside long: no longer than can be checked, and not the person's own name.</summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>The shortest password taken. Length is what counts, so no kinds of characters are demanded.</summary>
    public const int Shortest = 12;

    /// <summary>The longest password looked at.</summary>
    public const int Longest = 256;

    private const int ShortestTellingName = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var name = user.UserName?.Split('@')[0] ?? "";
        var error = password switch
        {
            { Length: > Longest } => $"The password may have at most {Longest} characters.",
            not null when name.Length >= ShortestTellingName && password.Contains(name, StringComparison.OrdinalIgnoreCase) =>
                "The password must not contain your name.",
            _ => null,
        };
        return Task.FromResult(
            error is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "PasswordRule", Description = error }));
    }
}
