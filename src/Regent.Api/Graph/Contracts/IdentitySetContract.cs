namespace Regent.Api.Graph.Contracts;

/// <summary>Who did something. In Regent it is always a principal.</summary>
internal sealed record IdentitySetContract(IdentityContract? Application, IdentityContract? Device, IdentityContract User);
