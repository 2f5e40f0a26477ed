namespace Regent.Api.Access;

/// <summary>What somebody sends who wants a credential.</summary>
/// <param name="PublicKey">The public key to be certified, where the credential is a certificate.</param>
internal sealed record CredentialBody(string? PublicKey);
