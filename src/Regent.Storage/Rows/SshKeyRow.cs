namespace Regent.Storage.Rows;

/// <summary>The private key of one SSH certificate authority.</summary>
internal sealed class SshKeyRow
{
    public Guid TargetId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The key, locked with the key ring.</summary>
    public required string Locked { get; init; }
}
