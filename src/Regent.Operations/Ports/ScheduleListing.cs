using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>A schedule with the names a list shows.</summary>
public sealed record ScheduleListing(Schedule Schedule, Principal Principal, RoleDefinition Role);
