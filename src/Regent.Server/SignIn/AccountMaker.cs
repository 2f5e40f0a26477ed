using Microsoft.AspNetCore.Identity;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Gives principals of the directory an account to sign in with.</summary>
internal sealed class AccountMaker(IUnitOfWork unit, IServiceScopeFactory scopes)
{
    /// <summary>
    /// Creates the account, alone or as part of the running unit of work. Empty when done; else what is wrong with the
    /// password, or that the person has an account already.
    /// </summary>
    public Task<IReadOnlyList<string>> CreateAsync(PrincipalId id, UserPrincipalName name, string password, CancellationToken ct) =>
        unit.RunAsync<IReadOnlyList<string>>(
            async _ =>
            {
                await using var scope = scopes.CreateAsyncScope();
                var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
                var made = await accounts.CreateAsync(new Account { Id = id.Value, UserName = name.Value }, password);
                return [.. made.Errors.Select(error => error.Description)];
            },
            ct);

    /// <summary>What is wrong with a password, before anything is created.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(UserPrincipalName name, string? password)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var asked = new Account { UserName = name.Value };
        var problems = new List<string>();
        foreach (var rule in accounts.PasswordValidators)
        {
            problems.AddRange((await rule.ValidateAsync(accounts, asked, password)).Errors.Select(error => error.Description));
        }

        return problems;
    }
}
