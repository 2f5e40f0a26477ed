using Regent.Api.Arm.Protocol;
using Regent.Core.Roles;

namespace Regent.Api.Arm.Contracts;

/// <summary>A resource: what it is called, and what there is to say about it (specification of the API, section 3.4).</summary>
internal sealed record ResourceContract(string Id, string Name, string Type, object Properties)
{
    public static ResourceContract Of(Scope scope, string type, object name, object properties) =>
        new(ArmIds.Of(scope, type, name), name.ToString()!, ArmIds.Type(type), properties);
}
