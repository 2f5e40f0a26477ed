using Microsoft.AspNetCore.Identity;
using Regent.Core.Principals;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Gives principals of the directory an account to sign in with.</summary>
internal sealed class AccountMaker(UserManager<Account> accounts)
{
    /// <summary>Creates the account; the result names what is wrong with the password, or that the person has one already.</summary>
    public Task<IdentityResult> CreateAsync(PrincipalId id, UserPrincipalName name, string password) =>
        accounts.CreateAsync(new Account { Id = id.Value, UserName = name.Value }, password);

    /// <summary>Whether anybody has an account.</summary>
    public bool HasAny() => accounts.Users.Any();

    /// <summary>What is wrong with a password, before anything is created.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(UserPrincipalName name, string? password)
    {
        var asked = new Account { UserName = name.Value };
        var problems = new List<string>();
        foreach (var rule in accounts.PasswordValidators)
        {
            var result = await rule.ValidateAsync(accounts, asked, password);
            problems.AddRange(result.Errors.Select(error => error.Description));
        }

        return problems;
    }
}
