using Regent.Core.Assignments;
using Regent.Core.Policies;

namespace Regent.Operations.Requests;

/// <summary>An eligibility or an active assignment to take over.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Id">Its id, which it keeps.</param>
/// <param name="Wanted">Who has what, where, and from when to when.</param>
public sealed record AssignmentLine(int Line, ScheduleId Id, AssignmentAsk Wanted)
{
    /// <summary>What is to be told of it although it is taken over; empty when nothing is.</summary>
    public string Note { get; init; } = "";
}
