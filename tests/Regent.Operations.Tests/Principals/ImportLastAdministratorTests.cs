using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Principals;

namespace Regent.Operations.Tests.Principals;

public sealed class ImportLastAdministratorTests : IDisposable
{
    private readonly ImportWorld world = new();

    [Fact]
    public async Task The_last_administrator_cannot_be_disabled()
    {
        var ada = Administrator("Ada Lovelace");

        var report = await world.ImportAsync(Disabled(ada));

        Assert.False(report.IsWritten);
        Assert.StartsWith("This would leave nobody", Assert.Single(report.Lines).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_several_can_be_disabled()
    {
        var ada = Administrator("Ada Lovelace");
        Administrator("Grace Hopper");

        var report = await world.ImportAsync(Disabled(ada));

        Assert.True(report.IsWritten);
    }

    [Fact]
    public async Task All_of_several_cannot_be_disabled_together()
    {
        var report = await world.ImportAsync(Disabled(Administrator("Ada Lovelace")), Disabled(Administrator("Grace Hopper")));

        Assert.Equal(2, report.Count(ImportOutcome.Refused));
    }

    [Fact]
    public async Task Somebody_who_holds_the_role_for_a_while_is_no_last_resort()
    {
        var ada = Administrator("Ada Lovelace");
        world.World.Assign(world.World.AddUser("Grace Hopper"), DirectoryRoles.GlobalAdministrator, world.World.Now.AddDays(1));

        var report = await world.ImportAsync(Disabled(ada));

        Assert.Equal(1, report.Count(ImportOutcome.Refused));
    }

    [Fact]
    public async Task The_last_member_of_the_group_that_administers_cannot_leave_it()
    {
        var ada = world.World.AddUser("Ada Lovelace");
        var inner = world.World.AddGroup("Directory team", ada);
        world.World.Assign(world.World.AddGroup("Administrators", inner), DirectoryRoles.GlobalAdministrator);

        var report = await world.ImportAsync(Row(ada) with { MemberOf = "" });

        Assert.Equal(1, report.Count(ImportOutcome.Refused));
    }

    [Fact]
    public async Task The_last_member_can_leave_when_somebody_joins_in_the_same_file()
    {
        var ada = world.World.AddUser("Ada Lovelace");
        var inner = world.World.AddGroup("Directory team", ada);
        world.World.Assign(world.World.AddGroup("Administrators", inner), DirectoryRoles.GlobalAdministrator);

        var report = await world.ImportAsync(
            Row(ada) with { MemberOf = "" },
            new PersonRow(3) { UserPrincipalName = "grace@regent.example", MemberOf = "Directory team" });

        Assert.True(report.IsWritten);
    }

    [Fact]
    public async Task A_refused_successor_is_no_successor()
    {
        var ada = world.World.AddUser("Ada Lovelace");
        var grace = world.World.AddUser("Grace Hopper");
        world.World.Assign(world.World.AddGroup("Global", ada), DirectoryRoles.GlobalAdministrator);
        world.World.Assign(world.World.AddGroup("Privileged", grace), DirectoryRoles.PrivilegedRoleAdministrator);

        var report = await world.Import.ExecuteAsync(
            [Row(ada) with { MemberOf = "" }, Row(grace) with { MemberOf = "Global" }], skipErrors: true, CancellationToken.None);

        Assert.Equal(2, report.Count(ImportOutcome.Refused));
    }

    public void Dispose() => world.Dispose();

    private static PersonRow Row(Principal person) => new(2) { UserPrincipalName = person.UserPrincipalName!.Value };

    private static PersonRow Disabled(Principal person) => Row(person) with { AccountEnabled = "false" };

    private Principal Administrator(string name)
    {
        var person = world.World.AddUser(name);
        world.World.Assign(person, DirectoryRoles.GlobalAdministrator);
        return person;
    }
}
