using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Audit;

/// <summary>Who did something: a person, or a program. What Regent does by itself is a program's doing.</summary>
internal sealed record AuditInitiatorContract(AppIdentityContract? App, UserIdentityContract? User)
{
    private const string Regent = "Regent";

    public static AuditInitiatorContract Of(AuditListing listing) => (listing.Entry.Actor, listing.Actor) switch
    {
        (null, _) => new(new AppIdentityContract(AppId: null, Regent, ServicePrincipalId: null, ServicePrincipalName: null), User: null),
        (_, { Kind: PrincipalKind.ServicePrincipal } program) => new(AppIdentityContract.Of(program), User: null),
        ({ } id, var person) => new(App: null, new UserIdentityContract(person?.DisplayName, id.ToString(), IpAddress: null, person?.UserPrincipalName?.Value)),
    };
}
