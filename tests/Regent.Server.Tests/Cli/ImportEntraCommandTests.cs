using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Storage;

namespace Regent.Server.Tests.Cli;

public sealed class ImportEntraCommandTests : IDisposable
{
    private readonly LocalData local = new();
    private readonly EntraFolder tenant = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_comes_in_with_its_ids()
    {
        await tenant.FillAsync();

        var ran = await ImportAsync();

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal("13 new, 2 changed, 1 unchanged, 1 left out, 0 refused.", ran.Lines[^2]);
        var known = await local.AskAsync(services => services.GetRequiredService<IDirectory>().FindManyAsync(
            [.. new[] { EntraFolder.Mira, EntraFolder.Operators, EntraFolder.Robot }.Select(Id)], Ct));
        Assert.Equal("mira@harbour.example", known[Id(EntraFolder.Mira)].UserPrincipalName?.Value);
        Assert.True(known[Id(EntraFolder.Operators)].IsRoleAssignable);
        Assert.Equal(PrincipalKind.ServicePrincipal, known[Id(EntraFolder.Robot)].Kind);
        var role = await local.AskAsync(services => services.GetRequiredService<IRoleStore>().FindAsync(Role(EntraFolder.Printing), Ct));
        Assert.Equal(("Printing", "3", "microsoft.directory/users/basic/update"), (role!.DisplayName, role.Version, Assert.Single(role.AllowedActions)));
        var unit = await local.AskAsync(services => services.GetRequiredService<IScopeStore>().FindAsync(Scope.OfUnit(Guid.Parse(EntraFolder.North)), Ct));
        Assert.Equal("Shops in the north", unit?.Description);
        Assert.Equal([Id(EntraFolder.Operators)], await local.AskAsync(services => services.GetRequiredService<IDirectory>().DirectGroupsOfAsync(Id(EntraFolder.Mira), Ct)));
    }

    [Fact]
    public async Task Who_has_what_goes_on_from_when_it_began_to_when_it_ends_on_record_and_without_a_mail()
    {
        await tenant.FillAsync();

        await ImportAsync();

        var inUnit = await ScheduleAsync(EntraFolder.InUnit);
        Assert.Equal(
            (ScheduleKind.Eligibility, DateTimeOffset.Parse("2025-03-01T08:00:00Z", null), DateTimeOffset.Parse("2089-12-31T23:00:00Z", null)),
            (inUnit!.Kind, inUnit.Period.Start, inUnit.Period.End!.Value));
        Assert.Equal((ScheduleKind.Assignment, true), ((await ScheduleAsync(EntraFolder.Robots))!.Kind, (await ScheduleAsync(EntraFolder.Robots))!.Period.IsPermanent));
        Assert.Equal(GroupRoles.Member, (await ScheduleAsync(EntraFolder.InGroup))?.Role);
        var record = await local.AskAsync(services => services.GetRequiredService<IAuditLog>().ListAsync(
            new AuditQuery { CorrelationId = Guid.Parse(EntraFolder.InUnit) }, new PageAsk(size: 10), Ct));
        Assert.Equal(2, record.Items.Count);
        Assert.All(record.Items, entry => Assert.Equal(("Taken over from Microsoft Entra PIM", null), (entry.Entry.Reason, entry.Entry.Actor)));
        var mails = await local.AskAsync(services => services.GetRequiredService<IMailStore>().OfRequestAsync(new RequestId(Guid.Parse(EntraFolder.InUnit)), Ct));
        Assert.Empty(mails);
    }

    [Fact]
    public async Task Policies_become_settings()
    {
        await tenant.FillAsync();

        await ImportAsync();

        var printing = await PolicyAsync(Role(EntraFolder.Printing), Scope.Tenant);
        var payroll = await PolicyAsync(GroupRoles.Member, Scope.OfGroup(Id(EntraFolder.Payroll)));
        Assert.Equal((TimeSpan.FromHours(2), true), (printing.Activation.MaximumDuration, printing.Activation.RequiresApproval));
        Assert.Equal([Id(EntraFolder.Operators)], printing.Activation.Approvers);
        Assert.Equal([Id(EntraFolder.Otto)], payroll.Activation.Approvers);
    }

    [Fact]
    public async Task Running_activations_are_left_out_and_foreign_ids_told()
    {
        await tenant.FillAsync();

        var ran = await ImportAsync();

        Assert.Null(await ScheduleAsync(EntraFolder.Running));
        Assert.Contains(ran.Lines, line => line.StartsWith("roleAssignmentSchedules.json 3", StringComparison.Ordinal) && line.Contains("left out", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, line => line.Contains($"Its id {EntraFolder.BesidePim} is ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Importing_again_changes_nothing_also_what_was_changed_here()
    {
        await tenant.FillAsync();
        await ImportAsync();
        var before = (await ScheduleAsync(EntraFolder.InUnit))!;
        await local.AskAsync(async services =>
        {
            await services.GetRequiredService<IUnitOfWork>().RunAsync(
                async ct =>
                {
                    await services.GetRequiredService<IScheduleStore>().UpdateAsync(before.End(DateTimeOffset.Parse("2030-01-01T00:00:00Z", null)), ct);
                    return 0;
                },
                Ct);
            return 0;
        });

        var again = await ImportAsync();

        Assert.Equal((0, "0 new, 0 changed, 16 unchanged, 1 left out, 0 refused."), (again.Exit, again.Lines[^2]));
        Assert.NotNull((await ScheduleAsync(EntraFolder.InUnit))!.EndedAt);
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_writes_nothing_where_nothing_is()
    {
        await tenant.FillAsync();

        var rehearsed = await RehearseAsync();

        Assert.Equal((0, "13 new, 2 changed, 1 unchanged, 1 left out, 0 refused."), (rehearsed.Exit, rehearsed.Lines[^2]));
        Assert.Contains(rehearsed.Lines, line => line.StartsWith("users.json 1", StringComparison.Ordinal) && line.Contains("would be new", StringComparison.Ordinal));
        Assert.False(Directory.Exists(local.Data));
    }

    [Fact]
    public async Task A_dry_run_leaves_data_that_is_there_as_it_is()
    {
        await tenant.FillAsync();
        await local.ImportAsync("userPrincipalName", "mira@harbour.example");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var before = await FilesAsync();

        var rehearsed = await RehearseAsync();

        Assert.Contains(rehearsed.Lines, line => line.StartsWith("users.json 1", StringComparison.Ordinal) && line.Contains("refused", StringComparison.Ordinal));
        Assert.Contains(rehearsed.Lines, line => line.StartsWith("users-2.json 1", StringComparison.Ordinal) && line.Contains("would be new", StringComparison.Ordinal));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.Equal(before, await FilesAsync());
    }

    [Fact]
    public async Task A_dry_run_leaves_data_of_an_older_version_alone_and_says_so()
    {
        await tenant.FillAsync();
        await local.ImportAsync("userPrincipalName", "mira@harbour.example");
        await local.AskAsync(async services => await services.GetRequiredService<RegentDb>().Database.ExecuteSqlAsync(
            $"delete from __EFMigrationsHistory where MigrationId = (select max(MigrationId) from __EFMigrationsHistory)", Ct));

        var rehearsed = await RehearseAsync();

        Assert.Equal((2, ""), (rehearsed.Exit, rehearsed.Output));
        Assert.Contains("older version", rehearsed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_harms_nothing_else_and_is_told_with_its_place()
    {
        await tenant.FillAsync();
        await tenant.PageAsync("users-3.json", 7, EntraFolder.User("no id", "eve", "Eve"), EntraFolder.User("6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2a09", "e v e", "Eve"));
        await tenant.TextAsync("groups-2.json", "{ \"value\": [ {");
        await tenant.TextAsync("devices.json", "[]");
        await tenant.TextAsync("servicePrincipals-2.json", """{ "error": { "code": "Forbidden" } }""");
        await tenant.PageAsync("members.json", new { id = EntraFolder.Mira });
        await tenant.PageAsync(
            "roleEligibilitySchedules-2.json",
            EntraFolder.Role("6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2f11", "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2a99", EntraFolder.Helpdesk, "/", EntraFolder.Until("2090-01-01T00:00:00Z")),
            EntraFolder.Role("6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2f12", EntraFolder.Mira, EntraFolder.Mira, "/", EntraFolder.Until("2090-01-01T00:00:00Z")),
            EntraFolder.Role("6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2f13", EntraFolder.Mira, EntraFolder.Helpdesk, "/apps/1", EntraFolder.Until("2090-01-01T00:00:00Z")),
            EntraFolder.Role("6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2f14", EntraFolder.Mira, EntraFolder.Helpdesk, "/", EntraFolder.Until("tomorrow")),
            EntraFolder.Role("6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2f15", EntraFolder.Mira, EntraFolder.Helpdesk, "/", EntraFolder.Until("2025-04-01T00:00:00Z")));
        await tenant.PageAsync(
            "roleManagementPolicyAssignments-2.json", EntraFolder.Policy("/", "DirectoryRole", EntraFolder.Helpdesk, EntraFolder.Running),
            new { id = "bare", scopeId = "/", scopeType = "DirectoryRole", roleDefinitionId = EntraFolder.Helpdesk });

        var ran = await ImportAsync();

        string[] refused = [.. ran.Lines.Where(line => line.Contains("  refused  ", StringComparison.Ordinal)).Select(line => line[..line.IndexOf("  ", StringComparison.Ordinal)])];
        Assert.Equal(
            [
                "devices.json", "groups-2.json", "members.json 1", "roleEligibilitySchedules-2.json 1", "roleEligibilitySchedules-2.json 2",
                "roleEligibilitySchedules-2.json 3", "roleEligibilitySchedules-2.json 4", "roleManagementPolicyAssignments-2.json 1",
                "roleManagementPolicyAssignments-2.json 1", "roleManagementPolicyAssignments-2.json 2", "servicePrincipals-2.json", "users-3.json 1", "users-3.json 2", "users-3.json 3",
            ],
            refused.Order(StringComparer.Ordinal));
        Assert.Equal((1, "13 new, 3 changed, 1 unchanged, 2 left out, 14 refused."), (ran.Exit, ran.Lines[^2]));
        Assert.NotNull(await ScheduleAsync(EntraFolder.Eligible));
        var helpdesk = await PolicyAsync(Role(EntraFolder.Helpdesk), Scope.Tenant);
        Assert.Equal((true, 0), (helpdesk.Activation.RequiresApproval, helpdesk.Activation.Approvers.Count));
    }

    [Fact]
    public async Task Approval_that_was_demanded_stays_demanded_whoever_decided_there()
    {
        await tenant.FillAsync();
        await tenant.PageAsync($"roleManagementPolicyAssignments-{EntraFolder.Payroll}.json", EntraFolder.Policy(EntraFolder.Payroll, "Group", "member", EntraFolder.Running));
        await tenant.PageAsync("roleManagementPolicyAssignments.json", EntraFolder.Policy("/", "DirectoryRole", EntraFolder.Printing, "the manager"));

        var ran = await ImportAsync();
        var again = await ImportAsync();

        Assert.Equal([1, 1], new[] { ran.Exit, again.Exit });
        Assert.Contains(ran.Lines, line => line.Contains("administrators decide until you name others.", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, line => line.Contains("Approval is demanded all the same", StringComparison.Ordinal));
        Assert.Equal("0 new, 0 changed, 16 unchanged, 1 left out, 3 refused.", again.Lines[^2]);
        foreach (var (role, scope) in new[] { (GroupRoles.Member, Scope.OfGroup(Id(EntraFolder.Payroll))), (Role(EntraFolder.Printing), Scope.Tenant) })
        {
            var settings = (await PolicyAsync(role, scope)).Activation;
            Assert.Equal((true, 0, TimeSpan.FromHours(2)), (settings.RequiresApproval, settings.Approvers.Count, settings.MaximumDuration));
        }
    }

    [Fact]
    public async Task A_list_without_its_last_page_is_told()
    {
        await tenant.TextAsync("users.json", """{ "value": [], "@odata.nextLink": "https://graph.microsoft.com/v1.0/users?$skiptoken=x" }""");

        var ran = await ImportAsync();

        Assert.Equal(1, ran.Exit);
        Assert.StartsWith("users.json", ran.Lines[0], StringComparison.Ordinal);
        Assert.Contains("its last page is not here", ran.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_without_files_or_without_being_there_is_a_misuse()
    {
        var empty = await ImportAsync();
        var missing = await local.RunAsync("import", "entra", Path.Combine(tenant.Path, "nowhere"));

        Assert.Equal([2, 2], new[] { empty.Exit, missing.Exit });
        Assert.Contains("no JSON file", empty.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be read", missing.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        local.Dispose();
        tenant.Dispose();
    }

    private Task<Ran> ImportAsync() => local.RunAsync("import", "entra", tenant.Path);

    private Task<Ran> RehearseAsync() => local.RunAsync("import", "entra", tenant.Path, "--dry-run");

    private async Task<IReadOnlyList<(string, string)>> FilesAsync()
    {
        var files = new List<(string, string)>();
        foreach (var file in Directory.EnumerateFiles(local.Data).Order(StringComparer.Ordinal))
        {
            files.Add((file, Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file, Ct)))));
        }

        return files;
    }

    private Task<Schedule?> ScheduleAsync(string id) =>
        local.AskAsync(services => services.GetRequiredService<IScheduleStore>().FindAsync(new ScheduleId(Guid.Parse(id)), Ct));

    private Task<RolePolicy> PolicyAsync(RoleDefinitionId role, Scope scope) =>
        local.AskAsync(services => services.GetRequiredService<IPolicyStore>().GetAsync(role, scope, Ct));

    private static PrincipalId Id(string id) => new(Guid.Parse(id));

    private static RoleDefinitionId Role(string id) => new(Guid.Parse(id));
}
