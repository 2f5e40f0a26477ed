namespace Regent.Api;

/// <summary>Marks the addresses of the API among all that the host has.</summary>
internal sealed class ApiAddress;
