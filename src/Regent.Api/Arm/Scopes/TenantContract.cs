namespace Regent.Api.Arm.Scopes;

/// <summary>The one organisation a server is for. It has the same id everywhere, for there is never another one beside it.</summary>
internal sealed record TenantContract(string Id, string TenantId)
{
    public string TenantCategory { get; } = "Home";

    public static TenantContract Only { get; } = Of("0198f1a2-7c00-7000-8000-7265676e7400");

    private static TenantContract Of(string id) => new($"/tenants/{id}", id);
}
