using Regent.Core.Roles;

namespace Regent.Operations.Roles;

/// <summary>A custom role to take over.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Wanted">What it shall be.</param>
public sealed record RoleLine(int Line, RoleDefinition Wanted);
