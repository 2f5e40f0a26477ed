using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Roles;
using Regent.Testing;

namespace Regent.Operations.Tests.Roles;

public sealed class SaveRoleTests : IDisposable
{
    private readonly CustomRoleWorld estate = new();

    private Office Office => estate.Office;

    public void Dispose() => estate.Dispose();

    [Fact]
    public async Task A_custom_role_is_made_listed_and_on_record()
    {
        var made = (await SaveAsync(estate.Barbara, estate.Restarter with { DisplayName = " Restarts machines " })).Done();

        Assert.Equal("Restarts machines", made.DisplayName);
        Assert.False(made.IsBuiltIn);
        Assert.Contains(made, await Office.The<ListRoles>().ExecuteAsync(RoleSystem.Resources, Office.Ct));
        Assert.Equal(["Barbara: Add role definition"], Office.Record);
        Assert.Equal("Microsoft.Compute/virtualMachines/restart/action", Office.World.Audit.Entries[0].Details["AllowedActions"]);
    }

    [Fact]
    public async Task What_changed_is_on_record_and_what_did_not_change_is_not_written()
    {
        var made = (await SaveAsync(estate.Ada, estate.Renamer)).Done();
        var described = made with { Description = "Changes names." };

        Assert.Equal(described, (await SaveAsync(estate.Ada, described)).Done());
        Assert.Equal(described, (await SaveAsync(estate.Ada, described)).Done());

        Assert.Equal(["Ada: Add role definition", "Ada: Update role definition"], Office.Record);
        Assert.Equal("Restarts virtual machines. → Changes names.", Office.World.Audit.Entries[1].Details["Description"]);
        Assert.Single(Office.World.Audit.Entries[1].Details);
    }

    [Fact]
    public async Task What_a_form_does_not_show_stays()
    {
        var made = (await SaveAsync(estate.Ada, estate.Renamer with { Version = "7", TemplateId = Make.NewId() })).Done();

        var renamed = (await SaveAsync(estate.Ada, made with { DisplayName = "Renamers", Version = null, TemplateId = null })).Done();

        Assert.Equal((made.Version, made.TemplateId), (renamed.Version, renamed.TemplateId));
        Assert.Equal(RefusalCode.InvalidRoleDefinition, (await SaveAsync(estate.Ada, made with { Version = "1\n2" })).Code());
    }

    [Fact]
    public async Task A_name_is_unique_within_its_system_in_whatever_letter_case()
    {
        Assert.Equal(RefusalCode.RoleDefinitionWithSameNameExists, (await SaveAsync(estate.Ada, estate.Renamer with { DisplayName = "GLOBAL reader" })).Code());

        await SaveAsync(estate.Ada, estate.Renamer with { DisplayName = "Operator" });
        Assert.Equal(RefusalCode.RoleDefinitionWithSameNameExists, (await SaveAsync(estate.Ada, estate.Renamer with { DisplayName = "operator" })).Code());
        (await SaveAsync(estate.Ada, estate.Restarter with { DisplayName = "Operator" })).Done();
    }

    [Fact]
    public async Task A_role_that_comes_with_the_product_stays_as_it_is()
    {
        var reader = (await Office.World.Roles.FindAsync(DirectoryRoles.GlobalReader, Office.Ct))!;

        var outcome = await SaveAsync(estate.Ada, reader with { Description = "Everything." });

        Assert.Equal(RefusalCode.InvalidRoleDefinition, outcome.Code());
        Assert.Equal(reader, await Office.World.Roles.FindAsync(reader.Id, Office.Ct));
    }

    [Fact]
    public async Task A_role_keeps_its_system_and_one_that_is_gone_cannot_be_changed()
    {
        var made = (await SaveAsync(estate.Ada, estate.Renamer)).Done();

        Assert.Equal(RefusalCode.InvalidRoleDefinition, (await SaveAsync(estate.Ada, estate.Restarter with { Id = made.Id })).Code());
        Assert.Equal(
            RefusalCode.RoleDefinitionDoesNotExist, (await SaveAsync(estate.Ada, estate.Renamer with { Id = new RoleDefinitionId(Make.NewId()) })).Code());
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var outcome = await SaveAsync(estate.Ada, estate.Renamer with { DisplayName = "", AllowedActions = ["all of it"] });

        Assert.Equal(2, outcome.Codes().Count);
    }

    [Fact]
    public async Task A_scope_where_somebody_has_the_role_cannot_be_left_out()
    {
        var made = (await SaveAsync(estate.Ada, estate.Restarter with { AssignableScopes = [estate.Shop, estate.Lab] })).Done();
        Office.World.Add(Make.Eligibility(Office.Alan.Id, made.Id, Office.Now) with { Scope = estate.Web });

        Assert.Equal(RefusalCode.RoleDefinitionHasAssignments, (await SaveAsync(estate.Ada, made with { AssignableScopes = [estate.Lab] })).Code());
        (await SaveAsync(estate.Ada, made with { AssignableScopes = [estate.Shop] })).Done();
    }

    [Fact]
    public async Task Scopes_are_spelt_as_the_tree_spells_them_and_stand_once()
    {
        var loud = CustomRoleWorld.At(estate.Web.Value.Replace("Web", "WEB", StringComparison.Ordinal));

        var made = (await SaveAsync(estate.Ada, estate.Restarter with { AssignableScopes = [loud, estate.Web] })).Done();

        Assert.Equal([estate.Web.Value], made.AssignableScopes.Select(scope => scope.Value));
        Assert.Equal(RefusalCode.InvalidScope, (await SaveAsync(
            estate.Ada, estate.Restarter with { DisplayName = "Other", AssignableScopes = [CustomRoleWorld.At($"{estate.Shop}/resourceGroups/none")] })).Code());
    }

    private Task<Outcome<RoleDefinition>> SaveAsync(Principal who, RoleDefinition role) =>
        Office.The<SaveRole>().ExecuteAsync(Office.As(who), role, Office.Ct);
}
