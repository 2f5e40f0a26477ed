using Regent.Core.Roles;

namespace Regent.Testing.Contracts;

public abstract class RoleStoreContract(PortsUnderTest ports) : PortContract(ports)
{
    [Fact]
    public async Task A_definition_reads_back_as_it_was_saved()
    {
        var role = new RoleDefinition(
            new RoleDefinitionId(Make.NewId()), "Exchange Administrator", "Manages mail.", IsPrivileged: true, IsBuiltIn: false);

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
}
