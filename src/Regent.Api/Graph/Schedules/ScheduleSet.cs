using Regent.Api.Graph.Protocol;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Schedules;

/// <summary>One list of schedules as Graph names and shapes it.</summary>
/// <param name="Set">What it is called in the schema, and where it is.</param>
/// <param name="Entity">What an item is called in the schema.</param>
/// <param name="Contract">An item.</param>
/// <param name="Write">Makes an item.</param>
internal sealed record ScheduleSet(string Set, string Entity, Type Contract, Func<SeenSchedule, Related, object> Write)
{
    /// <summary>What a token must carry.</summary>
    public required TokenPermission Needs { get; init; }

    public required ScheduleView View { get; init; }

    /// <summary>Whose schedules it shows to those who may see them.</summary>
    public ScheduleList Whose { get; init; }

    /// <summary>Whether the caller can ask for no more than their own by a function.</summary>
    public bool HasOwn { get; init; } = true;

    /// <summary>The members it can be ordered by; the first is its order unless asked otherwise.</summary>
    public required IReadOnlyList<(string Member, ScheduleSort Sort)> Orders { get; init; }

    /// <summary>Reads the id of an item; null when it is none.</summary>
    public required Func<string, ScheduleQuery?> Find { get; init; }

    /// <summary>The related items of an item that have an address of their own.</summary>
    public required IReadOnlyList<Navigation> Navigations { get; init; }
}
