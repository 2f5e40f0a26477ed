using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Server.SignIn;
using Regent.Storage.Accounts;

namespace Regent.Server.Sample;

/// <summary>Gives the people of the sample organisation accounts, all with the same password.</summary>
internal sealed class SampleAccounts(AccountMaker maker, AccountGuard guard, IDirectory directory)
{
    /// <summary>Makes those that are missing: all at first, and the rest where a first start was cut short.</summary>
    public async Task CreateAsync(IReadOnlyCollection<UserPrincipalName> names, CancellationToken ct)
    {
        foreach (var person in await directory.FindUsersAsync(names, ct))
        {
            if (await guard.StampAsync(person.Id.Value, ct) is null
                && await maker.CreateAsync(person.Id, person.UserPrincipalName!, SamplePeople.Password, ct) is { Count: > 0 } problems)
            {
                throw new InvalidOperationException($"No account for {person.UserPrincipalName}: {string.Join(' ', problems)}");
            }
        }
    }
}
