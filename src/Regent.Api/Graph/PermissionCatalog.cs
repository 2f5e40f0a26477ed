using Regent.Api.Graph.Protocol;
using Regent.Operations.Ports;

namespace Regent.Api.Graph;

/// <summary>All permissions that the API knows.</summary>
internal sealed class PermissionCatalog : IPermissionCatalog
{
    public IReadOnlyList<Grantable> All { get; } =
    [
        .. GraphPermissions.All.Select(one => new Grantable(one.Name, one.Description, ForPeople: true, ForItself: !one.IsForPeopleOnly)),
        new(TokenNames.UserImpersonation, "Manage roles of Azure resources as you may yourself.", ForPeople: true, ForItself: false),
    ];
}
