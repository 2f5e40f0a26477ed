using System.Diagnostics;
using System.Text.Json.Serialization;
using Regent.Api.OData;
using Regent.Core.Principals;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Contracts;

/// <summary>Anybody or anything of the directory. As a member of something else it says of which type it is.</summary>
[Entity("directoryObject", IsSearchable = true)]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "@odata.type")]
[JsonDerivedType(typeof(UserContract), "#microsoft.graph.user")]
[JsonDerivedType(typeof(GroupContract), "#microsoft.graph.group")]
[JsonDerivedType(typeof(AdministrativeUnitContract), "#microsoft.graph.administrativeUnit")]
[JsonDerivedType(typeof(ServicePrincipalContract), "#microsoft.graph.servicePrincipal")]
[JsonDerivedType(typeof(DirectoryRoleContract), "#microsoft.graph.directoryRole")]
internal abstract record DirectoryObjectContract
{
    [JsonPropertyOrder(-2)]
    public required string Id { get; init; }

    [JsonPropertyOrder(-1)]
    public required string DisplayName { get; init; }

    public static DirectoryObjectContract Of(Principal principal) => principal.Kind switch
    {
        PrincipalKind.User => UserContract.Of(principal),
        PrincipalKind.Group => GroupContract.Of(principal),
        PrincipalKind.ServicePrincipal => ServicePrincipalContract.Of(principal),
    };

    public static DirectoryObjectContract Of(DirectoryItem item) => item switch
    {
        DirectoryItem.OfPrincipal(var principal) => Of(principal),
        DirectoryItem.OfRole(var role) => DirectoryRoleContract.Of(role),
        DirectoryItem.OfUnit(var unit) => AdministrativeUnitContract.Of(unit),
        _ => throw new UnreachableException(),
    };
}
