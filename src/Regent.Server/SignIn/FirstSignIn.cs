using Regent.Core;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Server.SignIn;

/// <summary>Makes the first administrator: the code is used up, the principal gets its role, the person an account; all in one commit.</summary>
internal sealed class FirstSignIn(IUnitOfWork unit, SetUpCodes codes, CreateFirstAdministrator administrator, AccountMaker maker)
{
    /// <summary>Everything wrong with the form but its code, by field.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ProblemsAsync(SetUpForm form)
    {
        var problems = new Dictionary<string, IReadOnlyList<string>>();
        if (form.DisplayName?.Trim() is not { Length: > 0 } called || !NameText.IsFit(called))
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

    /// <summary>Creates everything from a form without problems; null, and nothing, when its code is not good.</summary>
    public Task<Outcome<Principal>?> CreateAsync(SetUpForm form, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            if (!await codes.TryTakeAsync(form.Code, token) || !UserPrincipalName.TryParse(form.UserName, out var name))
            {
                return null;
            }

            var outcome = await administrator.ExecuteAsync(name, form.DisplayName!.Trim(), token);
            return outcome is Outcome<Principal>.Done { Value: var person }
                && await maker.CreateAsync(person.Id, name, form.Password!, token) is { Count: > 0 } problems
                ? throw new InvalidOperationException($"No account for the first administrator: {string.Join(' ', problems)}")
                : outcome;
        },
        ct);
}
