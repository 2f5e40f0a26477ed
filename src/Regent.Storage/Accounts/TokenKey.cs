namespace Regent.Storage.Accounts;

/// <summary>A pair of keys: one signs tokens, the other hides what only Regent itself reads.</summary>
public sealed class TokenKey
{
    public required Guid Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Both keys, protected by the key ring.</summary>
    public required byte[] Content { get; init; }
}
