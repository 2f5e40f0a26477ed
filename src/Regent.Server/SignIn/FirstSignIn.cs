using Microsoft.AspNetCore.Identity;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Operations.Principals;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Makes the first administrator: the principal and its role in the directory, the account, and the session.</summary>
internal sealed class FirstSignIn(
    CreateFirstAdministrator administrator, AccountMaker maker, UserManager<Account> accounts, Arrival arrival)
{
    private const int LongestName = 256;

    /// <summary>Everything wrong with the form but its code, by field.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ProblemsAsync(SetUpForm form)
    {
        var problems = new Dictionary<string, IReadOnlyList<string>>();
        if (form.DisplayName?.Trim() is not { Length: > 0 and <= LongestName })
        {
            problems["display-name"] = ["Say how you are called."];
        }

        if (!UserPrincipalName.TryParse(form.UserName, out var name))
        {
            problems["user-name"] = ["A user name looks like ada@example.org."];
        }
        else if (await maker.ProblemsAsync(name, form.Password) is { Count: > 0 } weak)
        {
            problems["password"] = weak;
        }

        if (form.Password != form.Repeated)
        {
            problems["repeated"] = ["The two passwords are not the same."];
        }

        return problems;
    }

    /// <summary>Creates everything from a form without problems, and signs in.</summary>
    public async Task<IResult> CreateAsync(SetUpForm form, CancellationToken ct)
    {
        _ = UserPrincipalName.TryParse(form.UserName, out var name);
        var outcome = await administrator.ExecuteAsync(name!, form.DisplayName!.Trim(), ct);
        if (outcome is not Outcome<Principal>.Done { Value: var person })
        {
            return Results.LocalRedirect("/sign-in");
        }

        var made = await maker.CreateAsync(person.Id, name!, form.Password!);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException($"The first account was not created: {string.Join(' ', made.Errors.Select(error => error.Code))}");
        }

        var account = await accounts.FindByIdAsync(person.Id.ToString());
        return await arrival.CompleteAsync(account!, "/", [Methods.Password], ct) ?? Results.LocalRedirect("/sign-in");
    }
}
