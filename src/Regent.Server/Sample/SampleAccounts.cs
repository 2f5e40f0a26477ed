using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Server.SignIn;

namespace Regent.Server.Sample;

/// <summary>Gives everybody of the sample organisation an account, all with the same password.</summary>
internal sealed class SampleAccounts(AccountMaker maker, IDirectory directory)
{
    public async Task CreateAsync(CancellationToken ct)
    {
        var people = await directory.SearchAsync(text: null, PrincipalKind.User, new PageAsk(PageAsk.Largest), ct);
        foreach (var person in people.Items)
        {
            var problems = await maker.CreateAsync(person.Id, person.UserPrincipalName!, SamplePeople.Password, ct);
            if (problems.Count > 0)
            {
                throw new InvalidOperationException($"No account for {person.UserPrincipalName}: {string.Join(' ', problems)}");
            }
        }
    }
}
