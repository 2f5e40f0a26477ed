using Regent.Core.Roles;

namespace Regent.Core.Targets;

/// <summary>Whoever holds this role at this scope has these entitlements in the target.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Target">Where.</param>
/// <param name="Role">What is held.</param>
/// <param name="Scope">Where it is held; held above this scope it counts too.</param>
/// <param name="Entitlements">What it gives, each once.</param>
public sealed record Mapping(MappingId Id, TargetId Target, RoleDefinitionId Role, Scope Scope, IReadOnlyList<string> Entitlements)
{
    public Landing Landing { get; init; } = Landing.AtTheEnd;

    public bool Equals(Mapping? other) =>
        other is not null && (Id, Target, Role, Scope, Landing) == (other.Id, other.Target, other.Role, other.Scope, other.Landing)
        && Entitlements.SequenceEqual(other.Entitlements);

    public override int GetHashCode() => Id.GetHashCode();
}
