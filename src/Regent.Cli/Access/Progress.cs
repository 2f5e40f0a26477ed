namespace Regent.Cli.Access;

/// <summary>How far an assignment has got in the systems behind it.</summary>
internal sealed record Progress(string ScheduleId, bool IsSeen, bool IsFailing, IReadOnlyList<Progress.Landing> Landed)
{
    /// <summary>One thing it gives in a target.</summary>
    internal sealed record Landing(string TargetDisplayName, string Account, string Entitlement, string State)
    {
        public DateTimeOffset? SeenDateTime { get; init; }

        public DateTimeOffset? FailingSinceDateTime { get; init; }

        public string? LastError { get; init; }
    }
}
