using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Roles;
using Regent.Testing;

namespace Regent.Operations.Tests.Roles;

public sealed class RemoveRoleTests : IDisposable
{
    private readonly CustomRoleWorld estate = new();

    private Office Office => estate.Office;

    public void Dispose() => estate.Dispose();

    [Fact]
    public async Task A_custom_role_nobody_has_is_removed_and_that_is_on_record()
    {
        var made = await MadeAsync();

        Assert.Equal(made, (await RemoveAsync(made.Id)).Done());

        Assert.Null(await Office.World.Roles.FindAsync(made.Id, Office.Ct));
        Assert.Equal(["Ada: Add role definition", "Ada: Delete role definition"], Office.Record);
        Assert.Equal(made.DisplayName, Office.World.Audit.Entries[^1].Reason);
    }

    [Fact]
    public async Task A_role_in_use_stays()
    {
        var made = await MadeAsync();
        Office.World.MakeEligible(Office.Alan, made.Id);

        var outcome = await RemoveAsync(made.Id);

        Assert.Equal(RefusalCode.RoleDefinitionHasAssignments, outcome.Code());
        Assert.Contains("in use: 1 eligibility or assignment. Remove that first.", outcome.Message(), StringComparison.Ordinal);
        Assert.NotNull(await Office.World.Roles.FindAsync(made.Id, Office.Ct));
    }

    [Fact]
    public async Task A_role_the_record_needs_stays()
    {
        var made = await MadeAsync();
        Office.World.Assign(Office.Alan, made.Id, until: Office.Now);

        var outcome = await RemoveAsync(made.Id);

        Assert.Equal(RefusalCode.RoleDefinitionHasAssignments, outcome.Code());
        Assert.Contains("the record needs it", outcome.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_somebody_asked_for_in_vain_stays_too()
    {
        var made = await MadeAsync();
        Office.World.Add(Make.Pending(Office.Alan.Id, made.Id, Office.Now));

        Assert.Equal(RefusalCode.RoleDefinitionHasAssignments, (await RemoveAsync(made.Id)).Code());
    }

    [Fact]
    public async Task Roles_that_come_with_the_product_and_unknown_ones_are_refused()
    {
        Assert.Equal(RefusalCode.InvalidRoleDefinition, (await RemoveAsync(DirectoryRoles.GlobalReader)).Code());
        Assert.Equal(RefusalCode.RoleDefinitionDoesNotExist, (await RemoveAsync(new RoleDefinitionId(Make.NewId()))).Code());
    }

    private async Task<RoleDefinition> MadeAsync() =>
        (await Office.The<SaveRole>().ExecuteAsync(Office.As(estate.Ada), estate.Renamer, Office.Ct)).Done();

    private Task<Outcome<RoleDefinition>> RemoveAsync(RoleDefinitionId id) =>
        Office.The<RemoveRole>().ExecuteAsync(Office.As(estate.Ada), id, Office.Ct);
}
