namespace Regent.Storage.Accounts;

/// <summary>The one code that lets the first administrator in while there is no account at all. Only its hash is kept.</summary>
public sealed class SetUpCode
{
    /// <summary>There is never more than one.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required byte[] Hash { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }
}
