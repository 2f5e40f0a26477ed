using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Portal.Tests;

/// <summary>What an organisation has beside directory roles: a company with a shop, a unit, a group, and the roles held there.</summary>
public sealed class Estate
{
    private readonly FakeWorld world;

    public Estate(FakeWorld world)
    {
        this.world = world;
        foreach (var role in ResourceRoles.BuiltIn.Concat(GroupRoles.BuiltIn))
        {
            world.Add(role);
        }

        Company = world.Add(new ScopeNode(At("/providers/Microsoft.Management/managementGroups/company"), "Company", null));
        Shop = world.Add(new ScopeNode(At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a"), "Shop", Company));
        Web = world.Add(new ScopeNode(At($"{Shop}/resourceGroups/web"), "Web", Shop));
        Unit = world.Add(new ScopeNode(Scope.OfUnit(Make.NewId()), "Berlin", null));
        Engineers = world.Add(Make.Group("Engineers") with { IsRoleAssignable = false });
    }

    public Scope Company { get; }

    public Scope Shop { get; }

    public Scope Web { get; }

    public Scope Unit { get; }

    public Principal Engineers { get; }

    public Scope OfEngineers => Scope.OfGroup(Engineers.Id);

    public static Scope At(string path) => Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path));

    public Schedule Assign(Principal who, RoleDefinitionId role, Scope scope, DateTimeOffset? until = null) =>
        world.Add(Make.Assignment(who.Id, role, world.Now.AddHours(-1), until) with { Scope = scope });

    public Schedule MakeEligible(Principal who, RoleDefinitionId role, Scope scope, DateTimeOffset? until = null) =>
        world.Add(Make.Eligibility(who.Id, role, world.Now.AddHours(-1), until) with { Scope = scope });
}
