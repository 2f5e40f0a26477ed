using Regent.Core.Assignments;
using Regent.Core.Principals;

namespace Regent.Operations.Principals;

/// <summary>Somebody who is directly in a group now.</summary>
/// <param name="Principal">Who.</param>
/// <param name="Held">The assignment without which they would not be; null when the directory has them in it.</param>
public sealed record GroupMember(Principal Principal, Schedule? Held);
