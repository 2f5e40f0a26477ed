using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Server.SignIn;

namespace Regent.Server.Sample;

/// <summary>Gives everybody of the sample organisation an account, all with the same password.</summary>
internal sealed class SampleAccounts(IServiceScopeFactory scopes, IDirectory directory)
{
    public async Task CreateAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var maker = scope.ServiceProvider.GetRequiredService<AccountMaker>();
        var people = await directory.SearchAsync(text: null, PrincipalKind.User, new PageAsk(PageAsk.Largest), ct);
        foreach (var person in people.Items)
        {
            var made = await maker.CreateAsync(person.Id, person.UserPrincipalName!, SamplePeople.Password);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException($"No account for {person.UserPrincipalName} was created.");
            }
        }
    }
}
