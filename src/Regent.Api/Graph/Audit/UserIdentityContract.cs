namespace Regent.Api.Graph.Audit;

/// <summary>A person who did something. Where from is not kept.</summary>
internal sealed record UserIdentityContract(string? DisplayName, string Id, string? IpAddress, string? UserPrincipalName);
