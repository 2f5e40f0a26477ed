using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>Groups of an OpenLDAP server, reached through a network that can be cut.</summary>
internal sealed class OpenLdapUnderTest : TargetUnderTest
{
    private readonly OpenLdapServer server;
    private readonly OpenLdapPart part;
    private readonly CuttableProxy proxy;
    private bool refuses;

    public OpenLdapUnderTest(OpenLdapServer server, string memberAttribute, bool startsEncrypted)
    {
        this.server = server;
        part = server.AddPart(memberAttribute);
        proxy = CuttableProxy.To(startsEncrypted ? server.TlsPort : server.Port);
        Target = LdapDriver.Opened(part.Settings($"{(startsEncrypted ? "ldaps" : "ldap")}://127.0.0.1:{proxy.Port}"));
    }

    public override ITarget Target { get; }

    public override IReadOnlyList<string> Accounts => part.Accounts;

    public override IReadOnlyList<string> Entitlements => part.Groups;

    public override CuttableProxy Proxy => proxy;

    public override Task<IReadOnlySet<Holding>> HeldAsync(CancellationToken ct) => Task.FromResult(part.Held());

    public override Task GiveOutsideAsync(Holding holding, CancellationToken ct)
    {
        part.Give(holding);
        return Task.CompletedTask;
    }

    public override Task RefuseChangesAsync(CancellationToken ct)
    {
        refuses = true;
        server.LetChange(allowed: false);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        if (refuses)
        {
            server.LetChange(allowed: true);
        }

        await Target.DisposeAsync();
        await proxy.DisposeAsync();
    }
}
