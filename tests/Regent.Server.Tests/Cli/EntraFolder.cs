using System.Text.Json;

namespace Regent.Server.Tests.Cli;

/// <summary>A made-up tenant, as a directory of what Microsoft Graph answered about it.</summary>
internal sealed class EntraFolder : IDisposable
{
    public const string Mira = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2a01";
    public const string Otto = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2a02";
    public const string Operators = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2b01";
    public const string Payroll = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2b02";
    public const string Robot = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2c01";
    public const string North = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2d01";
    public const string Printing = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2e01";
    public const string Helpdesk = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    public const string UserAdministrator = "fe930be7-5e62-47db-91af-98c3a49a38b1";
    public const string Eligible = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2f01";
    public const string InUnit = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2f02";
    public const string Robots = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2f03";
    public const string Running = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2f04";
    public const string InGroup = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2f05";
    public const string BesidePim = "UB-K8uf2cUWBi2oS8tMFPqQx8kYbQm1Nq0aYc6cU9zE-1";

    private static readonly object Never = new { startDateTime = "2025-03-01T08:00:00Z", recurrence = (string?)null, expiration = new { type = "noExpiration", endDateTime = (string?)null, duration = (string?)null } };

    private readonly string directory = Directory.CreateTempSubdirectory("regent-entra-").FullName;

    public string Path => directory;

    /// <summary>Writes a file of one page.</summary>
    public Task PageAsync(string name, params object[] entries) => TextAsync(name, JsonSerializer.Serialize(new { value = entries }));

    public Task TextAsync(string name, string text) =>
        File.WriteAllTextAsync(System.IO.Path.Combine(directory, name), text, TestContext.Current.CancellationToken);

    /// <summary>Writes the whole tenant; nothing in it is wrong.</summary>
    public async Task FillAsync()
    {
        await PageAsync("users.json", User(Mira, "mira", "Mira Falk"));
        await TextAsync("users-2.json", JsonSerializer.Serialize(new[] { User(Otto, "otto", "Otto Brandt") }));
        await PageAsync(
            "groups.json", new { id = Operators, displayName = "Operators", isAssignableToRole = true },
            new { id = Payroll, displayName = "Payroll", mail = (string?)null, isAssignableToRole = (bool?)null });
        await PageAsync($"members-{Operators}.json", new Dictionary<string, string> { ["@odata.type"] = "#microsoft.graph.user", ["id"] = Mira });
        await PageAsync("servicePrincipals.json", new { id = Robot, displayName = "Night robot", appId = "6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2c02" });
        await PageAsync("administrativeUnits.json", new { id = North, displayName = "North", description = "Shops in the north" });
        await PageAsync(
            "roleDefinitions.json",
            new { id = Helpdesk, templateId = Helpdesk, displayName = "Helpdesk Administrator", isBuiltIn = true, isEnabled = true },
            new
            {
                id = Printing,
                templateId = Printing,
                displayName = "Printing",
                description = "Looks after printers",
                isBuiltIn = false,
                isEnabled = true,
                version = "3",
                rolePermissions = new[] { new { allowedResourceActions = new[] { "microsoft.directory/users/basic/update" }, condition = (string?)null } },
            });
        await PageAsync(
            "roleEligibilitySchedules.json",
            Role(Eligible, Operators, Printing, "/", Never),
            Role(InUnit, Otto, UserAdministrator, $"/administrativeUnits/{North}", Until("2090-01-01T00:00:00+01:00")));
        await PageAsync(
            "roleAssignmentSchedules.json",
            Role(Robots, Robot, Helpdesk, "/", Never, "Assigned"), Role(BesidePim, Otto, Helpdesk, "/", Never, "Assigned"),
            Role(Running, Mira, Printing, "/", Until("2090-01-01T00:00:00Z"), "Activated"));
        await PageAsync($"eligibilitySchedules-{Payroll}.json", new
        {
            id = $"{Payroll}_member_{InGroup}",
            principalId = Mira,
            groupId = Payroll,
            accessId = "member",
            memberType = "direct",
            status = "Provisioned",
            scheduleInfo = Until("2090-01-01T00:00:00Z"),
        });
        await PageAsync("roleManagementPolicyAssignments.json", Policy("/", "DirectoryRole", Printing, Operators));
        await PageAsync($"roleManagementPolicyAssignments-{Payroll}.json", Policy(Payroll, "Group", "member", Otto));
    }

    public static object User(string id, string name, string displayName) => new
    {
        id,
        userPrincipalName = $"{name}@harbour.example",
        displayName,
        mail = $"{name}@harbour.example",
        jobTitle = "Clerk",
        department = (string?)null,
        accountEnabled = true,
    };

    public static object Role(string id, string principal, string role, string scope, object when, string? type = null) => new
    {
        id,
        principalId = principal,
        roleDefinitionId = role,
        directoryScopeId = scope,
        appScopeId = (string?)null,
        createdUsing = id,
        assignmentType = type,
        memberType = "Direct",
        status = "Provisioned",
        scheduleInfo = when,
    };

    public static object Until(string end) => new
    {
        startDateTime = "2025-03-01T08:00:00Z",
        recurrence = (string?)null,
        expiration = new { type = "afterDateTime", endDateTime = end, duration = (string?)null },
    };

    /// <summary>A policy under which somebody agrees, for two hours at most.</summary>
    public static object Policy(string scope, string type, string role, string approver) => new
    {
        id = $"{type}_{scope}_{role}",
        scopeId = scope,
        scopeType = type,
        roleDefinitionId = role,
        policy = new { rules = new[] { Rule("Expiration", new() { ["maximumDuration"] = "PT2H", ["isExpirationRequired"] = true }), Rule("Approval", new() { ["setting"] = Approval(approver) }) } },
    };

    private static object Approval(string approver) => new
    {
        isApprovalRequired = true,
        approvalMode = "SingleStage",
        approvalStages = new[] { new { primaryApprovers = new[] { approver == Operators ? (object)new { groupId = approver } : new { userId = approver } } } },
    };

    private static Dictionary<string, object> Rule(string kind, Dictionary<string, object> values) => new(values)
    {
        ["@odata.type"] = $"#microsoft.graph.unifiedRoleManagementPolicy{kind}Rule",
        ["id"] = $"{kind}_EndUser_Assignment",
    };

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
