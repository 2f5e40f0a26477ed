using Regent.Core.Audit;
using Regent.Core.Roles;
using Regent.Operations.Roles;
using Regent.Testing;

namespace Regent.Operations.Tests.Roles;

public sealed class ImportRolesTests : IDisposable
{
    private readonly CustomRoleWorld estate = new();
    private readonly RoleDefinition renamer;

    public ImportRolesTests() => renamer = estate.Renamer with { Id = new RoleDefinitionId(Make.NewId()) };

    private Office Office => estate.Office;

    public void Dispose() => estate.Dispose();

    [Fact]
    public async Task A_role_comes_in_once_with_its_id_and_on_record()
    {
        var first = Assert.Single(await ImportAsync(renamer));
        var again = Assert.Single(await ImportAsync(renamer));

        Assert.Equal((ImportOutcome.Added, "Renames people", ""), (first.Outcome, first.Name, first.Message));
        Assert.Equal((ImportOutcome.Unchanged, ""), (again.Outcome, again.Message));
        Assert.Equal(renamer, await Office.World.Roles.FindAsync(renamer.Id, Office.Ct));
        Assert.Equal([$"Regent: {AuditActivities.RoleAdded}"], Office.Record);
    }

    [Fact]
    public async Task What_is_different_is_brought_up_to_date_and_told()
    {
        await ImportAsync(renamer);

        var told = Assert.Single(await ImportAsync(renamer with { Description = "Mends names." }));

        Assert.Equal(ImportOutcome.Changed, told.Outcome);
        Assert.Contains("escription", told.Message, StringComparison.Ordinal);
        Assert.Equal("Mends names.", (await Office.World.Roles.FindAsync(renamer.Id, Office.Ct))?.Description);
        Assert.Equal([$"Regent: {AuditActivities.RoleAdded}", $"Regent: {AuditActivities.RoleUpdated}"], Office.Record);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_leaves_the_others()
    {
        var builtIn = DirectoryRoles.BuiltIn[0];

        var told = await ImportAsync(
            renamer with { Id = builtIn.Id, DisplayName = "Mine" }, New(""), New(builtIn.DisplayName.ToUpperInvariant()), renamer, New("RENAMES people"));

        Assert.Equal(
            [ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.Added, ImportOutcome.Refused], told.Select(line => line.Outcome));
        Assert.Equal($"Its id belongs to {builtIn.DisplayName}, which comes with the product.", told[0].Message);
        Assert.Contains("There is a role called", told[2].Message, StringComparison.Ordinal);
        Assert.Equal("There is a role called RENAMES people already. Rename one of them.", told[4].Message);
        Assert.Equal(builtIn, await Office.World.Roles.FindAsync(builtIn.Id, Office.Ct));
    }

    private RoleDefinition New(string name) => renamer with { Id = new RoleDefinitionId(Guid.CreateVersion7(Office.Now)), DisplayName = name };

    private Task<IReadOnlyList<ImportLine>> ImportAsync(params RoleDefinition[] wanted) =>
        Office.The<ImportRoles>().ExecuteAsync([.. wanted.Select((role, index) => new RoleLine(index + 1, role))], Office.Ct);
}
