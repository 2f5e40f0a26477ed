using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Principals;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests.Principals;

public sealed class CreateFirstAdministratorTests : IDisposable
{
    private readonly FakeWorld world = new();

    [Fact]
    public async Task An_organisation_without_anybody_gets_its_first_person_as_administrator()
    {
        var made = Assert.IsType<Outcome<Principal>.Done>(await CreateAsync("ada@regent.example", "Ada Lovelace"));

        Assert.Equal(made.Value, Assert.Single(await AdministratorsAsync()));
    }

    [Fact]
    public async Task Somebody_who_was_imported_before_can_become_the_first_administrator()
    {
        var ada = world.AddUser("Ada Lovelace");
        world.AddUser("Alan Turing");

        Assert.IsType<Outcome<Principal>.Done>(await CreateAsync("ADA.lovelace@regent.example", "Somebody"));

        Assert.Equal(ada, Assert.Single(await AdministratorsAsync()));
    }

    [Fact]
    public async Task Where_there_is_an_administrator_nobody_becomes_the_first()
    {
        world.Assign(world.AddUser("Ada Lovelace"), DirectoryRoles.GlobalAdministrator);

        Assert.IsType<Outcome<Principal>.Refused>(await CreateAsync("eve@regent.example", "Eve"));
    }

    public void Dispose() => world.Dispose();

    private Task<Outcome<Principal>> CreateAsync(string name, string displayName) =>
        world.The<CreateFirstAdministrator>().ExecuteAsync(Make.Name(name), displayName, CancellationToken.None);

    private Task<IReadOnlyList<Principal>> AdministratorsAsync() =>
        world.The<Approvers>().HoldersOfAsync(DirectoryRoles.Administrators, world.Now, CancellationToken.None);
}
