using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Operations.Tests;

/// <summary>What the office has beside directory roles: a company with a shop and a laboratory, a unit, and groups of both kinds.</summary>
internal sealed class Estate
{
    private readonly Office office;

    public Estate(Office office)
    {
        this.office = office;
        Company = office.World.Add(new ScopeNode(At("/providers/Microsoft.Management/managementGroups/company"), "Company", null));
        Shop = office.World.Add(new ScopeNode(At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a"), "Shop", Company));
        Web = office.World.Add(new ScopeNode(At($"{Shop}/resourceGroups/web"), "Web", Shop));
        Lab = office.World.Add(new ScopeNode(At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000b"), "Lab", Company));
        Unit = office.World.Add(new ScopeNode(Scope.OfUnit(Make.NewId()), "Berlin", null));
        Engineers = office.World.Add(Make.Group("Engineers") with { IsRoleAssignable = false });
        Administrators = office.World.AddGroup("Administrators");
    }

    public Scope Company { get; }

    public Scope Shop { get; }

    public Scope Web { get; }

    public Scope Lab { get; }

    public Scope Unit { get; }

    public Principal Engineers { get; }

    public Principal Administrators { get; }

    public static Scope At(string path) => Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path));

    public Schedule Assign(Principal who, RoleDefinitionId role, Scope scope) =>
        office.World.Add(Make.Assignment(who.Id, role, office.Now.AddHours(-1)) with { Scope = scope });

    public Schedule MakeEligible(Principal who, RoleDefinitionId role, Scope scope) =>
        office.World.Add(Make.Eligibility(who.Id, role, office.Now.AddHours(-1)) with { Scope = scope });
}
