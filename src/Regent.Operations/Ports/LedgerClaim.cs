using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>One person is to have one thing in a target by one assignment.</summary>
/// <param name="Target">Where.</param>
/// <param name="Holding">Which account and what.</param>
/// <param name="Schedule">By which assignment.</param>
/// <param name="Principal">Whose account it is.</param>
/// <param name="Begins">Whether it is in force now, so that a new line is being provisioned.</param>
public sealed record LedgerClaim(TargetId Target, Holding Holding, ScheduleId Schedule, PrincipalId Principal, bool Begins);
