namespace Regent.Storage.Accounts;

/// <summary>One way back in for somebody who lost their second factor. Only its hash is kept, and its use removes it.</summary>
public sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }

    public required byte[] Hash { get; init; }
}
