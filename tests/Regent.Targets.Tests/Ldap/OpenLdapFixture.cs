using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>One OpenLDAP server for the tests of a class.</summary>
public sealed class OpenLdapFixture : IAsyncLifetime
{
    private OpenLdapServer? server;

    public OpenLdapServer Server
    {
        get
        {
            Assert.SkipWhen(server is null, OpenLdapServer.Missing ?? "");
            return server;
        }
    }

    public async ValueTask InitializeAsync() =>
        server = OpenLdapServer.Missing is null ? await OpenLdapServer.StartAsync(TestContext.Current.CancellationToken) : null;

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
