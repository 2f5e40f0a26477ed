namespace Regent.Storage.Accounts;

/// <summary>A one-time link to choose a password with. Only the hash of its secret is kept; its use removes it.</summary>
public sealed class StoredPasswordLink
{
    public required byte[] Hash { get; init; }

    /// <summary>The account, which somebody who never had a password does not have yet.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The account's security stamp when the link was made, empty without an account: a change of the account voids the link.</summary>
    public required string Stamp { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
