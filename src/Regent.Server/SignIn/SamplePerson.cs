namespace Regent.Server.SignIn;

/// <summary>Somebody of the sample organisation, as the sign-in page lists them.</summary>
public sealed record SamplePerson(string DisplayName, string UserPrincipalName, string Holds);
