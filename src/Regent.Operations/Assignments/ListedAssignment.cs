using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>Somebody's eligibility or assignment as one who may see it sees it.</summary>
/// <param name="Listing">The schedule and its names.</param>
/// <param name="MayManage">Whether the reader manages what is held there.</param>
public sealed record ListedAssignment(ScheduleListing Listing, bool MayManage);
