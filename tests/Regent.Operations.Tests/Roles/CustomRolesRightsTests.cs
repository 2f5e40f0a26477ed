using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Roles;
using Regent.Testing;

namespace Regent.Operations.Tests.Roles;

/// <summary>Who may make, change and remove custom roles.</summary>
public sealed class CustomRolesRightsTests : IDisposable
{
    private readonly CustomRoleWorld estate = new();

    private Office Office => estate.Office;

    public void Dispose() => estate.Dispose();

    [Fact]
    public async Task Directory_roles_are_for_whoever_manages_the_tenant()
    {
        (await SaveAsync(Office.Grace, estate.Renamer)).Done();

        await RefusedAsync(SaveAsync(estate.Barbara, estate.Renamer with { DisplayName = "Other" }));
        await RefusedAsync(SaveAsync(Office.Alan, estate.Renamer with { DisplayName = "Other" }));
    }

    [Fact]
    public async Task Resource_roles_are_for_whoever_manages_all_their_scopes()
    {
        (await SaveAsync(estate.Barbara, estate.Restarter with { AssignableScopes = [estate.Shop, estate.Web] })).Done();

        await RefusedAsync(SaveAsync(estate.Barbara, Other with { AssignableScopes = [estate.Shop, estate.Lab] }));
        await RefusedAsync(SaveAsync(estate.Barbara, Other with { AssignableScopes = [estate.Company] }));
        await RefusedAsync(SaveAsync(Office.Alan, Other));
    }

    [Fact]
    public async Task A_role_that_can_be_held_everywhere_is_the_global_administrators_to_make()
    {
        await RefusedAsync(SaveAsync(estate.Barbara, Other with { AssignableScopes = [] }));
        await RefusedAsync(SaveAsync(Office.Grace, Other with { AssignableScopes = [] }));

        (await SaveAsync(estate.Ada, Other with { AssignableScopes = [] })).Done();
    }

    [Fact]
    public async Task Nobody_takes_over_or_removes_a_role_of_scopes_they_do_not_manage()
    {
        var made = (await SaveAsync(estate.Ada, estate.Restarter with { AssignableScopes = [estate.Lab] })).Done();

        await RefusedAsync(SaveAsync(estate.Barbara, made with { AssignableScopes = [estate.Shop] }));
        await RefusedAsync(Office.The<RemoveRole>().ExecuteAsync(Office.As(estate.Barbara), made.Id, Office.Ct));
        Assert.Equal(made, await Office.World.Roles.FindAsync(made.Id, Office.Ct));
    }

    [Fact]
    public async Task Unknown_scopes_are_not_told_to_who_may_not_know_them()
    {
        var nowhere = CustomRoleWorld.At("/subscriptions/0198f1a2-7c00-7000-8000-0000000000ff");

        await RefusedAsync(SaveAsync(estate.Barbara, Other with { AssignableScopes = [nowhere] }));
    }

    private RoleDefinition Other => estate.Restarter with { DisplayName = "Other" };

    private static async Task RefusedAsync(Task<Outcome<RoleDefinition>> outcome) =>
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await outcome).Code());

    private Task<Outcome<RoleDefinition>> SaveAsync(Principal who, RoleDefinition role) =>
        Office.The<SaveRole>().ExecuteAsync(Office.As(who), role, Office.Ct);
}
