using Regent.Core.Targets;

namespace Regent.Api.Access;

/// <summary>A target that hands out credentials.</summary>
internal sealed record CredentialTargetContract(string Id, string Name, string Kind)
{
    public static CredentialTargetContract Of(Target target) => new(target.Id.ToString(), target.Name, Members.WordOf(target.Kind));
}
