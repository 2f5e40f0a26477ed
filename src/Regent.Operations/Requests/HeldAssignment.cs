using Regent.Core.Assignments;
using Regent.Core.Principals;

namespace Regent.Operations.Requests;

/// <summary>An assignment in force, and what it rests on.</summary>
/// <param name="Schedule">The assignment, as long as the person has it.</param>
/// <param name="Holder">Whose it is: the person, or a group they are in.</param>
/// <param name="RestsOn">The eligibility behind an activation; null for what an administrator gave.</param>
public sealed record HeldAssignment(Schedule Schedule, Principal Holder, Schedule? RestsOn);
