using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Operations.Tests.Roles;

/// <summary>The office with a company, two subscriptions and a resource group; Barbara owns the shop.</summary>
internal sealed class CustomRoleWorld : IDisposable
{
    public CustomRoleWorld()
    {
        Company = Add("/providers/Microsoft.Management/managementGroups/company", "Company", null);
        Shop = Add("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a", "Shop", Company);
        Lab = Add("/subscriptions/0198f1a2-7c00-7000-8000-00000000000b", "Lab", Company);
        Web = Add($"{Shop}/resourceGroups/Web", "Web", Shop);
        Office.World.Add(Make.Assignment(Office.Barbara.Id, ResourceRoles.Owner, Office.Now.AddHours(-1)) with { Scope = Shop });
    }

    public Office Office { get; } = new();

    public Scope Company { get; }

    public Scope Shop { get; }

    public Scope Lab { get; }

    public Scope Web { get; }

    public RoleDefinition Restarter => new(default, "Restarts machines", "Restarts virtual machines.", IsPrivileged: false, IsBuiltIn: false)
    {
        System = RoleSystem.Resources,
        AllowedActions = ["Microsoft.Compute/virtualMachines/restart/action"],
        AssignableScopes = [Shop],
    };

    public RoleDefinition Renamer => Restarter with
    {
        DisplayName = "Renames people",
        System = RoleSystem.Directory,
        AllowedActions = ["microsoft.directory/users/basic/update"],
        AssignableScopes = [],
    };

    public Principal Ada => Office.Ada;

    public Principal Barbara => Office.Barbara;

    public static Scope At(string path) => Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path));

    public void Dispose() => Office.Dispose();

    private Scope Add(string path, string name, Scope? parent) => Office.World.Add(new ScopeNode(At(path), name, parent));
}
