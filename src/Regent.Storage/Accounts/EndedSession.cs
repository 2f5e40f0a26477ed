namespace Regent.Storage.Accounts;

/// <summary>A session somebody signed out of. Kept for as long as a copy of its cookie would be taken otherwise.</summary>
public sealed class EndedSession
{
    public required Guid Id { get; init; }

    public required DateTimeOffset KeptUntil { get; init; }
}
