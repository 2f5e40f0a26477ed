using Regent.Operations;

namespace Regent.Api.Arm.Scopes;

/// <summary>The organisation that this installation serves.</summary>
internal sealed record TenantContract(string Id, string TenantId)
{
    public string TenantCategory { get; } = "Home";

    public static TenantContract Of(Tenant tenant) => new($"/tenants/{tenant.Id:D}", tenant.Id.ToString("D"));
}
