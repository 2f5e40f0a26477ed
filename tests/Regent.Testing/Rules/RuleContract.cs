using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Testing.Contracts;

namespace Regent.Testing.Rules;

/// <summary>The rules of privileged identity management, through operations, over one kind of storage: Alan is the one who wants roles.</summary>
public abstract class RuleContract(PortsUnderTest ports) : IAsyncLifetime
{
    protected static readonly RoleDefinitionId Helpdesk = new(new Guid("729827e3-9c14-49f7-bb1b-9608f156bbb8"));

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected Organisation Org { get; } = new(ports);

    protected Principal Alan { get; private set; } = null!;

    protected Principal Barbara { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new ActivationOptions { Contexts = { ["c1"] = new AuthenticationContext { Name = "Passkey", Method = "fido" } } };
        await Org.OpenAsync(options);
        (Alan, Barbara) = (await Org.UserAsync("Alan Turing"), await Org.UserAsync("Barbara Liskov"));
    }

    public async ValueTask DisposeAsync()
    {
        await Org.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
