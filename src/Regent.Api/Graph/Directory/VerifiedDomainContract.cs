namespace Regent.Api.Graph.Directory;

/// <summary>A name of the tenant.</summary>
internal sealed record VerifiedDomainContract(string Name, bool IsDefault, bool IsInitial);
