namespace Regent.Core.Targets;

/// <summary>Something that somebody has in a target and that Regent did not put there.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Target">The target.</param>
/// <param name="Holding">Who has what.</param>
/// <param name="FoundAt">When it was seen first.</param>
public sealed record Drift(Guid Id, TargetId Target, Holding Holding, DateTimeOffset FoundAt)
{
    /// <summary>When an administrator said that it may stay as it is; null when nobody did.</summary>
    public DateTimeOffset? IgnoredAt { get; init; }
}
