using Regent.Api.OData;
using Regent.Operations;

namespace Regent.Api.Graph.Directory;

/// <summary>The tenant. It is called by the host that people reach it at; what Regent does not keep is null.</summary>
[Entity("organization")]
internal sealed record OrganizationContract
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    public DateTimeOffset? CreatedDateTime { get; init; }

    public string? CountryLetterCode { get; init; }

    public string? PreferredLanguage { get; init; }

    public string TenantType { get; init; } = "AAD";

    public required IReadOnlyList<VerifiedDomainContract> VerifiedDomains { get; init; }

    public static OrganizationContract Of(Tenant tenant, string host) => new()
    {
        Id = tenant.Id.ToString("D"),
        DisplayName = host,
        VerifiedDomains = [new VerifiedDomainContract(host, IsDefault: true, IsInitial: true)],
    };
}
