using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Ldap;

/// <summary>Groups of a domain, reached through a network that can be cut.</summary>
internal sealed class SambaUnderTest : TargetUnderTest
{
    private readonly SambaDomain domain;
    private readonly SambaPart part;
    private readonly CuttableProxy proxy;
    private readonly bool byUpn;

    /// <summary>People by name and DN through TLS from the first byte; or by user principal name and SID, through TLS that starts when asked.</summary>
    public SambaUnderTest(SambaDomain domain, bool byUpnAndSid)
    {
        this.domain = domain;
        byUpn = byUpnAndSid;
        part = domain.AddPart();
        proxy = CuttableProxy.To(byUpnAndSid ? domain.Starts : domain.Encrypted);
        Target = LdapDriver.Opened(byUpnAndSid
            ? part.Settings($"ldap://127.0.0.1:{proxy.Port}").With([new("accountAttribute", "userPrincipalName"), new("memberBy", "SID"), new("bindDn", "regent@regent.example")])
            : part.Settings($"ldaps://127.0.0.1:{proxy.Port}"));
    }

    public override ITarget Target { get; }

    public override IReadOnlyList<string> Accounts => byUpn ? [.. part.Accounts.Select(SambaPart.Upn)] : part.Accounts;

    public override IReadOnlyList<string> Entitlements => part.Groups;

    public override CuttableProxy Proxy => proxy;

    public override Task<IReadOnlySet<Holding>> HeldAsync(CancellationToken ct) => Task.FromResult<IReadOnlySet<Holding>>(
        part.Held().Select(holding => byUpn ? holding with { Account = SambaPart.Upn(holding.Account) } : holding).ToHashSet());

    public override Task GiveOutsideAsync(Holding holding, CancellationToken ct)
    {
        part.Give(part.PersonDn(holding.Account.Split('@')[0]), holding.Entitlement);
        return Task.CompletedTask;
    }

    public override Task RefuseChangesAsync(CancellationToken ct) => domain.RefuseChangesAsync(part.Place, ct);

    public override async ValueTask DisposeAsync()
    {
        await Target.DisposeAsync();
        await proxy.DisposeAsync();
    }
}
