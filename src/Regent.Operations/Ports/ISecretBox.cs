namespace Regent.Operations.Ports;

/// <summary>Locks secrets with the key ring, so that they are never stored as they are.</summary>
public interface ISecretBox
{
    /// <summary>The secret, locked.</summary>
    string Lock(string secret);

    /// <summary>The secret itself; null when the key ring cannot open it.</summary>
    string? Open(string locked);
}
