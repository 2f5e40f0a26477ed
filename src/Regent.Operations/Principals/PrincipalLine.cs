using Regent.Core.Principals;

namespace Regent.Operations.Principals;

/// <summary>A group or a service principal to take over.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Wanted">What it shall be.</param>
public sealed record PrincipalLine(int Line, Principal Wanted);
