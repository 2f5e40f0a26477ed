using Regent.Core.Roles;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>The page docs/api/authorization.md.</summary>
internal static class MatrixPage
{
    private const string Head = """
        # Who may do what

        The status that each kind of caller gets at every address of the API. The page is made by `MatrixTests`, which sends each request as
        each caller and fails where a status differs from this page, or where an address has no row here; `REGENT_WRITE_MATRIX=1` writes it
        anew. What is asked about exists and every body is well formed, so that the status tells who may. What both versions of Graph have
        stands here as of `v1.0`, `/api` is Regent's own, and `{scope}` is a subscription. Between two requests that change something all is put
        back as it was.

        | Caller | Is |
        |---|---|
        | nobody | sends no token |
        | person | holds no role and owns nothing |
        | requestor | is eligible; the requests, schedules and approvals asked about are theirs |
        | approver | is named to decide on the requestor's activations |
        | reader | Global Reader |
        | group owner | owns the groups, all of them |
        | groups administrator | Groups Administrator |
        | subscription reader | Reader of the subscription |
        | subscription owner | Owner of the subscription |
        | role administrator | Privileged Role Administrator |
        | global administrator | Global Administrator |
        | app without | a program that acts for itself, without any permission |
        | app with | the same with the least permission of the address for programs, if there is one; for Azure Resource Manager it is Owner of the subscription |
        | delegated without | a program that acts for a Global Administrator, with no permission of this half of the API |
        | delegated with | the same with the least permission of the address for people; for Azure Resource Manager `user_impersonation` |

        People use tokens of Regent's own (`./regent token`), which limit nothing: what they may, they may by the roles they hold now. Roles
        that count like one of the columns:

        {0}
        | Status | Means |
        |---|---|
        | 2xx | they may; a list holds what they may see of it |
        | 401 | there is no token, or one for the other half of the API |
        | 403 | they may not: the token, the roles they hold now, or both are not enough |
        | 404 | it is not shown to them, as if it were not there; at `…/appScope` and `…/photo` there is nothing for anybody |
        | 400 | who holds nothing in a target gets no credential for it (`CredentialNotAvailable`); for whom a request is not there, to withdraw it in Graph is wrong (`RoleAssignmentRequestNotFound`); an extension takes a second factor (`MfaRule`) |

        Two things differ from the reference on purpose: Global Administrators manage resources without a step of their own, and those who
        read the directory read resources too ([why](../decisions/0011-scopes-memberships-and-roles-of-three-systems.md)). What a row is
        *about* tells contents apart that other rights go with. *With the permission for the other*: the token carries the least permission
        for the other kind of group, or of settings.


        """;

    private static readonly (string Title, string[] Begins)[] Rooms =
    [
        ("Directory", ["/users", "/me", "/groups", "/servicePrincipals", "/directory", "/administrativeUnits", "/organization"]),
        ("Directory roles", ["/roleManagement/"]),
        ("Groups", ["/identityGovernance/privilegedAccess/"]),
        ("Settings", ["/policies/"]),
        ("Alerts", ["/identityGovernance/roleManagementAlerts/"]),
        ("Targets", ["/targets", "/ledger", "/progress", "/drift", "/credentials"]),
        ("Record, batches and schema", ["/"]),
        ("Azure Resource Manager", []),
    ];

    public static string Of(IReadOnlyList<(MatrixRow Row, IReadOnlyList<int> Statuses)> measured)
    {
        string[] columns = ["Address", "About", .. MatrixCallers.Columns];
        var tables = measured.GroupBy(one => Room(one.Row.Route)).OrderBy(room => room.Key)
            .Select(room => $"## {Rooms[room.Key].Title}\n\n{MatrixDocument.Table(columns, room.Select(one => (IReadOnlyList<string>)
                [$"`{one.Row.Route}`", one.Row.Content, .. one.Statuses.Select(status => $"{status}")]))}");
        return $"{Head.Replace("{0}", Alike(), StringComparison.Ordinal)}{string.Join('\n', tables)}";
    }

    private static int Room(ApiRoute route) => route.IsArm
        ? Rooms.Length - 1
        : Array.FindIndex(Rooms, room => Array.Exists(room.Begins, begin => route.Path.StartsWith(begin, StringComparison.Ordinal)));

    // As the product counts them.
    private static string Alike() => MatrixDocument.Table(
        ["Column", "Roles"],
        [
            ["reader", Names(DirectoryRoles.BuiltIn, DirectoryRoles.Readers.Except(DirectoryRoles.Administrators))],
            ["groups administrator", Names(DirectoryRoles.BuiltIn, GroupRoles.Administrators.Except(DirectoryRoles.Administrators))],
            ["subscription reader", Names(ResourceRoles.BuiltIn, ResourceRoles.Readers.Except(ResourceRoles.Administrators))],
            ["subscription owner", Names(ResourceRoles.BuiltIn, ResourceRoles.Administrators)],
        ]);

    private static string Names(IReadOnlyList<RoleDefinition> all, IEnumerable<RoleDefinitionId> ids) =>
        string.Join(", ", all.Where(role => ids.Contains(role.Id)).Select(role => role.DisplayName).Order(StringComparer.Ordinal));
}
