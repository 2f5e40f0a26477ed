using Regent.Operations.Ports;

namespace Regent.Api.Access;

/// <summary>A credential, handed over once.</summary>
/// <param name="Label">What it is, such as <c>Certificate</c>.</param>
/// <param name="Text">It itself.</param>
/// <param name="ExpiresAt">Until when it is good.</param>
/// <param name="Serial">Its serial number, where it has one.</param>
internal sealed record CredentialContract(string Label, string Text, DateTimeOffset ExpiresAt, string? Serial)
{
    public static CredentialContract Of(Credential credential) => new(credential.Label, credential.Text, credential.Until, credential.Serial);
}
