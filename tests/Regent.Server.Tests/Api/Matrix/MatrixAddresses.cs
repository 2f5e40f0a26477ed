using Regent.Server.Tests.Api.Arm;
using Regent.Server.Tests.Api.Policies;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>Addresses of things that exist: the places of a route are filled with what an administrator finds there.</summary>
internal sealed class MatrixAddresses(MatrixWorld world, ApiClient administrator)
{
    /// <summary>A request where the settings name nobody who decides.</summary>
    public const string Unnamed = "of the requestor, where no approver is named";

    /// <summary>Said of a content that is asked about with the permission for another.</summary>
    public const string ByOther = ", with the permission for the other";

    private const string OfRole = "a directory role";
    private const string OfGroup = "a group";
    private const string AtUnit = "at an administrative unit";
    private const string Activated = "that is active";
    private const string Group = "/identityGovernance/privilegedAccess/group/";
    private const string Policies = "/policies/roleManagementPolic";

    private readonly Dictionary<string, string> found = [];
    private readonly ArmClient arm = new(administrator.Http, administrator.Person);

    /// <summary>Whose settings: both kinds stand behind the same addresses, each with permissions of its own.</summary>
    public static IReadOnlyList<string> OfPolicies { get; } = [OfRole, OfRole + ByOther, OfGroup, OfGroup + ByOther];

    /// <summary>The permission that a content of <see cref="OfPolicies"/> is asked with; null for the least of the route.</summary>
    public static string? PolicyPermission(string content, string what) => content switch
    {
        OfRole => null,
        OfRole + ByOther or OfGroup => $"RoleManagementPolicy.{what}.AzureADGroup",
        _ => $"RoleManagementPolicy.{what}.Directory",
    };

    /// <summary>Whether the permission is not the one for what is asked about.</summary>
    public static bool IsByOther(string content) => content.EndsWith(ByOther, StringComparison.Ordinal);

    /// <summary>The requests that read at a route.</summary>
    public async Task<IReadOnlyList<MatrixRow>> ReadsAsync(ApiRoute route)
    {
        if (route.IsArm)
        {
            return await ArmReadsAsync(route);
        }

        if (route.Path.StartsWith(Policies, StringComparison.Ordinal))
        {
            var rows = new List<MatrixRow>();
            foreach (var content in OfPolicies)
            {
                var query = route.Path.Contains('{', StringComparison.Ordinal) ? "" : ApiClient.Where(PolicyFilter(content));
                rows.Add(new MatrixRow(route, content, await FillAsync(route, content) + query) { Permission = PolicyPermission(content, "Read") });
            }

            return rows;
        }

        var about = About(route.Path);
        var address = await FillAsync(route, about);
        return [.. Queries(route.Path).Select(query => new MatrixRow(route, query.Content + about, address + query.Query))];
    }

    /// <summary>The address of a route, about a content.</summary>
    public async Task<string> FillAsync(ApiRoute route, string content)
    {
        if (route.IsArm)
        {
            return await ArmFillAsync(route);
        }

        var address = "";
        foreach (var part in route.Template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            address += $"/{await FillAsync(address, part, route.Method, content)}";
        }

        return address;
    }

    // Such that there is something at the address.
    private static string About(string path) => path switch
    {
        _ when path.EndsWith("/directoryScope", StringComparison.Ordinal) => AtUnit,
        _ when path.EndsWith("Requests/{id}/activatedUsing", StringComparison.Ordinal) || path.EndsWith("Requests/{id}/targetSchedule", StringComparison.Ordinal) =>
            path.Contains("ssignmentSchedule", StringComparison.Ordinal) ? Activated : "",
        _ => "",
    };

    private async Task<string> FillAsync(string above, string part, string method, string content) => part switch
    {
        "{type}" => above.EndsWith("emberOf", StringComparison.Ordinal) ? "microsoft.graph.group" : "microsoft.graph.user",
        "{**rest}" => "$value",
        "filterByCurrentUser(on='{on}')" => "filterByCurrentUser(on='principal')".Replace("principal", above.Contains("Approvals", StringComparison.Ordinal) ? "approver" : "principal", StringComparison.Ordinal),
        _ when part.Contains("='{", StringComparison.Ordinal) => $"{part[..part.IndexOf('{', StringComparison.Ordinal)]}{await OneAsync(part, above)}')",
        _ when part.StartsWith('{') => await IdAsync(above, method, content),
        _ => part,
    };

    // A key that is no id: of the program, or of the template of a role.
    private async Task<string> OneAsync(string part, string above)
    {
        var key = part.Split('(', '=')[1];
        var set = part[..part.IndexOf('(', StringComparison.Ordinal)];
        var item = (await administrator.ListAsync($"{above}/{set}")).First(one => one![key] is not null)!;
        return (string)item[key]!;
    }

    private async Task<string> IdAsync(string set, string method, string content)
    {
        var path = set[set.IndexOf('/', 1)..];
        return Told(path, method, content) ?? await FirstAsync($"{set}{Lookup(path, content)}");
    }

    private string? Told(string path, string method, string content) => path switch
    {
        "/users" or "/directoryObjects" => world.Person("requestor"),
        "/targets" or "/progress" or "/drift" => world.Known[path.Trim('/')],
        _ when path.StartsWith("/targets/", StringComparison.Ordinal) => world.Known["mapping"],
        "/groups" => world.Group(content.Contains("assignable", StringComparison.Ordinal) ? "deputies" : "night"),
        _ when path.StartsWith("/groups/", StringComparison.Ordinal) => world.Person("holder"),
        "/roleManagement/directory/roleDefinitions" => method == "GET" ? ApiClient.Role("Global Reader") : world.Known["roleDefinition"],
        "/roleManagement/directory/roleAssignments" when method == "DELETE" => world.Known["roleAssignment"],
        "/roleManagement/directory/roleAssignmentScheduleRequests" or "/roleManagement/directory/roleAssignmentApprovals" =>
            world.Known[content is AtUnit or Activated ? "activation" : content is Unnamed ? "unnamed" : "roleAssignmentScheduleRequests"],
        "/roleManagement/directory/roleEligibilityScheduleRequests" =>
            world.Known[content is AtUnit ? "eligibility" : "roleEligibilityScheduleRequests"],
        $"{Group}assignmentScheduleRequests" or $"{Group}assignmentApprovals" =>
            world.Known[content is Activated ? "group/activation" : "group/assignmentScheduleRequests"],
        $"{Group}eligibilityScheduleRequests" => world.Known["group/eligibilityScheduleRequests"],
        _ when path.EndsWith("/alerts", StringComparison.Ordinal) || path.EndsWith("/alertDefinitions", StringComparison.Ordinal)
            || path.EndsWith("/alertConfigurations", StringComparison.Ordinal) => world.Known["alert"],
        _ when path.EndsWith("/rules", StringComparison.Ordinal) || path.EndsWith("/effectiveRules", StringComparison.Ordinal) => "Expiration_EndUser_Assignment",
        _ => null,
    };

    // With what an administrator asks for something that concerns the requestor.
    private string Lookup(string path, string content) => path switch
    {
        _ when path.StartsWith(Policies, StringComparison.Ordinal) =>
            ApiClient.Where(PolicyFilter(content)),
        _ when path.StartsWith(Group, StringComparison.Ordinal) && path.Contains("Schedule", StringComparison.Ordinal) =>
            ApiClient.Where($"groupId eq '{world.Group("day")}' and principalId eq '{world.Person("requestor")}'"),
        _ when IsAboutPrincipals(path) => ApiClient.Where(
            $"principalId eq '{world.Person("requestor")}'{(content == AtUnit ? $" and directoryScopeId eq '{MatrixWorld.Unit}'" : "")}"),
        _ => "",
    };

    private IReadOnlyList<(string Content, string Query)> Queries(string path)
    {
        var requestor = $"principalId eq '{world.Person("requestor")}'";
        return path switch
        {
            _ when path.Contains("{id}", StringComparison.Ordinal) || path.Contains("filterBy", StringComparison.Ordinal) => [("", "")],
            _ when path.StartsWith(Group, StringComparison.Ordinal) && path.Contains("Schedule", StringComparison.Ordinal) =>
            [
                ("everybody in a group", ApiClient.Where($"groupId eq '{world.Group("night")}'")),
                ("the requestor", ApiClient.Where(requestor)),
            ],
            _ when IsAboutPrincipals(path) => [("everybody", ""), ("the requestor", ApiClient.Where(requestor))],
            "/ledger" => [("everybody", ""), ("the requestor", $"?principal={world.Person("requestor")}")],
            _ when path.Contains("/roleManagementAlerts/alert", StringComparison.Ordinal) => [("", ApiClient.Where(PolicyClient.OfRoles))],
            _ => [("", "")],
        };
    }

    private static bool IsAboutPrincipals(string path) =>
        path.StartsWith("/roleManagement/directory/", StringComparison.Ordinal)
        && (path.Contains("Schedule", StringComparison.Ordinal) || path.Contains("oleAssignments", StringComparison.Ordinal));

    private string PolicyFilter(string content) =>
        content.StartsWith(OfGroup, StringComparison.Ordinal) ? PolicyClient.OfGroup(world.Group("night")) : PolicyClient.OfRoles;

    private async Task<IReadOnlyList<MatrixRow>> ArmReadsAsync(ApiRoute route)
    {
        var address = await ArmFillAsync(route);
        return route.Path switch
        {
            "/roleAssignmentApprovals" => [new MatrixRow(route, "asApprover()", $"{address}&$filter=asApprover()")],
            "/eligibleChildResources" or "/roleManagementPolicies" or "/roleManagementPolicyAssignments" or "/roleDefinitions" => [new MatrixRow(route, "", address)],
            _ when !route.Path.Contains('{', StringComparison.Ordinal) && !route.Path.StartsWith("/lookup", StringComparison.Ordinal) =>
                [new MatrixRow(route, "everybody", address), new MatrixRow(route, "asTarget()", $"{address}&$filter=asTarget()")],
            _ => [new MatrixRow(route, "", address)],
        };
    }

    private async Task<string> ArmFillAsync(ApiRoute route)
    {
        var parts = route.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts[0] == "lookup")
        {
            var path = route.Path["/lookup".Length..].Replace("{subscription}", ArmClient.Shop.Split('/')[^1], StringComparison.Ordinal)
                .Replace("{name}", parts.Contains("resourceGroups") ? "rg-web" : "regent-example", StringComparison.Ordinal);
            return $"{path}?api-version=2020-10-01";
        }

        for (var at = 1; at < parts.Length; at++)
        {
            parts[at] = parts[at] switch
            {
                "{name}" => await ArmNameAsync(parts[0], route.Method),
                "{stage}" => world.Known["arm/roleAssignmentScheduleRequests"],
                _ => parts[at],
            };
        }

        return ArmClient.At(ArmClient.Shop, string.Join('/', parts));
    }

    private async Task<string> ArmNameAsync(string type, string method) => (type, method) switch
    {
        ("roleAssignmentApprovals" or "roleAssignmentScheduleRequests", _) => world.Known["arm/roleAssignmentScheduleRequests"],
        ("roleEligibilityScheduleRequests", _) => world.Known["arm/roleEligibilityScheduleRequests"],
        ("roleDefinitions", not "GET") => world.Known["arm/roleDefinition"],
        ("roleDefinitions", _) => ArmClient.Role("Contributor"),
        ("roleAssignments", not "GET") => world.Known["arm/roleAssignment"],
        ("roleManagementPolicies" or "roleManagementPolicyAssignments", _) =>
            await FirstArmAsync(type, $"roleDefinitionId eq '{ArmClient.RoleId("Backup Contributor")}'"),
        _ => await FirstArmAsync(type, $"principalId eq '{world.Person("requestor")}'"),
    };

    private async Task<string> FirstArmAsync(string type, string filter)
    {
        if (!found.TryGetValue($"arm/{type}", out var name))
        {
            found[$"arm/{type}"] = name = (string)(await arm.ListAsync(ArmClient.At(ArmClient.Shop, type, filter)))[0]!["name"]!;
        }

        return name;
    }

    private async Task<string> FirstAsync(string address)
    {
        if (!found.TryGetValue(address, out var id))
        {
            var items = await administrator.ListAsync(address);
            if (items.Count == 0)
            {
                throw new InvalidOperationException($"{address} finds nothing to ask about.");
            }

            found[address] = id = (string)items[0]!["id"]!;
        }

        return id;
    }
}
