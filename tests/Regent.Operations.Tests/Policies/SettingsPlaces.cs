using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Operations.Tests.Policies;

/// <summary>Places with settings of their own: two groups, and a subscription with a resource group.</summary>
internal sealed class SettingsPlaces
{
    private readonly Office office;

    public SettingsPlaces(Office office)
    {
        this.office = office;
        Operators = Scope.OfGroup(office.World.AddGroup("Operators").Id);
        Others = Scope.OfGroup(office.World.Add(Make.Group("Others") with { IsRoleAssignable = false }).Id);
        Shop = office.World.Add(new ScopeNode(At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a"), "Web shop", Parent: null));
        Web = office.World.Add(new ScopeNode(At($"{Shop}/resourceGroups/rg-web"), "rg-web", Shop));
    }

    /// <summary>A group that can hold directory roles.</summary>
    public Scope Operators { get; }

    /// <summary>A group that cannot.</summary>
    public Scope Others { get; }

    public Scope Shop { get; }

    /// <summary>A resource group in the shop.</summary>
    public Scope Web { get; }

    /// <summary>Somebody who owns the operators, and nothing else.</summary>
    public Principal AddOwner(string name)
    {
        var owner = office.World.AddUser(name);
        Give(owner, GroupRoles.Owner, Operators);
        return owner;
    }

    public void Give(Principal to, RoleDefinitionId role, Scope scope) =>
        office.World.Add(Make.Assignment(to.Id, role, office.Now.AddHours(-1)) with { Scope = scope });

    private static Scope At(string path) => Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path));
}
