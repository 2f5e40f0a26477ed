using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>How far an assignment has got in the systems behind it.</summary>
/// <param name="ScheduleId">The assignment.</param>
/// <param name="IsSeen">Whether everything it gives was seen where it belongs; so is one that gives nothing.</param>
/// <param name="IsFailing">Whether something of it could not be made so.</param>
/// <param name="Landed">Each thing it gives.</param>
internal sealed record ProgressContract(string ScheduleId, bool IsSeen, bool IsFailing, IReadOnlyList<ProgressContract.LandedContract> Landed)
{
    public static ProgressContract Of(AccessProgress progress) =>
        new(progress.Schedule.ToString(), progress.IsSeen, progress.IsFailing, [.. progress.Landed.Select(LandedContract.Of)]);

    /// <summary>One thing it gives in a target.</summary>
    internal sealed record LandedContract(string TargetDisplayName, string Account, string Entitlement, string State)
    {
        public DateTimeOffset? WrittenDateTime { get; init; }

        public DateTimeOffset? SeenDateTime { get; init; }

        public DateTimeOffset? RevokedDateTime { get; init; }

        public DateTimeOffset? GoneDateTime { get; init; }

        public DateTimeOffset? FailingSinceDateTime { get; init; }

        /// <summary>Why it could not be made so, in the target's own words.</summary>
        public string? LastError { get; init; }

        public static LandedContract Of(LandedAccess landed) => new(
            landed.TargetName, landed.Entry.Holding.Account, landed.Entry.Holding.Entitlement, Members.WordOf(landed.Entry.State))
        {
            WrittenDateTime = landed.Receipt.WrittenAt,
            SeenDateTime = landed.Receipt.ObservedAt,
            RevokedDateTime = landed.Receipt.RevokedAt,
            GoneDateTime = landed.Receipt.GoneAt,
            FailingSinceDateTime = landed.Entry.FailingSince,
            LastError = landed.Entry.LastError,
        };
    }
}
