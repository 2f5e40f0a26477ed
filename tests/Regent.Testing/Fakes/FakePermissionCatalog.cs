using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>A few permissions, one of each kind.</summary>
public sealed class FakePermissionCatalog : IPermissionCatalog
{
    public IReadOnlyList<Grantable> All { get; } =
    [
        new("Roles.Manage", "Manage roles.", ForPeople: true, ForItself: true),
        new("Roles.Read", "Read roles.", ForPeople: true, ForItself: true),
        new("Self.Read", "Read yourself.", ForPeople: true, ForItself: false),
    ];
}
