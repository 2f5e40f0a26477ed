using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Schedules;

/// <summary>Words that schedules are described with.</summary>
internal static class ScheduleWords
{
    public const string InForce = "Provisioned";
    public const string Planned = "Granted";
    public const string Awaited = "PendingProvisioning";
    public const string Direct = "Direct";
    public const string Group = "Group";

    public static string Status(SeenSchedule seen) => seen.IsPlanned ? Planned : seen.IsAwaited ? Awaited : InForce;

    /// <summary>How whoever the list is about comes to it.</summary>
    public static string MemberType(SeenSchedule seen) => seen.IsThroughGroup ? Group : Direct;
}
