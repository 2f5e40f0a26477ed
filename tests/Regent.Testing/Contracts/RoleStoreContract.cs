using Regent.Core.Roles;

namespace Regent.Testing.Contracts;

public abstract class RoleStoreContract(PortsUnderTest ports) : PortContract(ports)
{
    [Fact]
    public async Task A_definition_reads_back_as_it_was_saved()
    {
        var role = new RoleDefinition(
            new RoleDefinitionId(Make.NewId()), "Exchange Administrator", "Manages mail.", IsPrivileged: true, IsBuiltIn: false)
        {
            Version = "1.2",
            TemplateId = Make.NewId(),
        };

        await WriteAsync(ct => Ports.Roles.SaveAsync([role], ct));

        Assert.Equal(role, await Ports.Roles.FindAsync(role.Id, Ct));
        Assert.Null(await Ports.Roles.FindAsync(new RoleDefinitionId(Make.NewId()), Ct));
    }

    [Fact]
    public async Task Definitions_are_listed_by_name_without_regard_to_letter_case()
    {
        await WriteAsync(ct => Ports.Roles.SaveAsync([Make.Role("writer"), Make.Role("Reader"), Make.Role("Äditor"), Make.Role("Guest")], ct));

        Assert.Equal(["Guest", "Reader", "writer", "Äditor"], (await Ports.Roles.ListAsync(RoleSystem.Directory, Ct)).Select(role => role.DisplayName));
    }

    [Fact]
    public async Task Saving_again_replaces_what_has_the_same_id()
    {
        var (old, other) = (Make.Role("Reader"), Make.Role("Writer"));
        await WriteAsync(ct => Ports.Roles.SaveAsync([old, other], ct));
        var renamed = old with { DisplayName = "Auditor", Description = "Looks.", IsPrivileged = true };

        await WriteAsync(ct => Ports.Roles.SaveAsync([renamed], ct));

        Assert.Equal([renamed, other], await Ports.Roles.ListAsync(RoleSystem.Directory, Ct));
    }

    [Fact]
    public async Task A_removed_definition_is_gone_and_removing_it_again_is_no_error()
    {
        var (gone, kept) = (Make.Role("Reader"), Make.Role("Writer"));
        await WriteAsync(ct => Ports.Roles.SaveAsync([gone, kept], ct));

        await WriteAsync(ct => Ports.Roles.RemoveAsync(gone.Id, ct));
        await WriteAsync(ct => Ports.Roles.RemoveAsync(gone.Id, ct));

        Assert.Null(await Ports.Roles.FindAsync(gone.Id, Ct));
        Assert.Equal([kept], await Ports.Roles.ListAsync(RoleSystem.Directory, Ct));
    }

    [Fact]
    public async Task The_actions_and_scopes_of_a_custom_role_read_back_in_their_order()
    {
        var role = Make.Role("Restarts machines") with
        {
            IsBuiltIn = false,
            System = RoleSystem.Resources,
            AllowedActions = ["Microsoft.Compute/virtualMachines/restart/action", "Microsoft.Compute/virtualMachines/read"],
            AssignableScopes = [At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000b"), At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a")],
        };

        await WriteAsync(ct => Ports.Roles.SaveAsync([role], ct));

        Assert.Equal(role, await Ports.Roles.FindAsync(role.Id, Ct));
        Assert.Equal([role], await Ports.Roles.ListAsync(RoleSystem.Resources, Ct));
    }

    private static Scope At(string path) => Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path));
}
