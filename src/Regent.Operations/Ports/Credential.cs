namespace Regent.Operations.Ports;

/// <summary>What somebody signs in to a target with.</summary>
/// <param name="Label">What it is, such as <c>Password</c> or <c>Certificate</c>.</param>
/// <param name="Text">It itself; a secret, except where it is a certificate.</param>
/// <param name="Until">Until when it is good.</param>
public sealed record Credential(string Label, string Text, DateTimeOffset Until)
{
    /// <summary>Its serial number, where it has one.</summary>
    public string? Serial { get; init; }
}
