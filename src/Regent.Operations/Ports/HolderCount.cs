using Regent.Core.Assignments;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>How many principals are eligible for a role at a scope, or hold it.</summary>
public sealed record HolderCount(Scope Scope, RoleDefinitionId Role, ScheduleKind Kind, int Count);
