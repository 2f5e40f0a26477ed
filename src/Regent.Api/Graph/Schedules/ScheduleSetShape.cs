using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Schedules;

/// <summary>What an item of a list of schedules looks like.</summary>
/// <param name="Contract">An item.</param>
/// <param name="Write">Makes an item.</param>
internal sealed record ScheduleSetShape(Type Contract, Func<SeenSchedule, Related, object> Write);
