using Regent.Core;

namespace Regent.Operations;

/// <summary>Refusals that several operations give.</summary>
internal static class Refusals
{
    public static Refusal MayNotManage { get; } = new(
        RefusalCode.AuthorizationRequestDenied,
        "This needs an active Global Administrator or Privileged Role Administrator role. Activate it first if you are eligible.");

    public static Refusal MayNotRead { get; } = new(
        RefusalCode.AuthorizationRequestDenied,
        "This needs an active reader role, such as Global Reader or Security Reader, or an administrator role.");

    public static Refusal MayNotReadHere { get; } = new(
        RefusalCode.AuthorizationRequestDenied,
        "This needs an active role that administers or reads this scope: Owner, Contributor or Reader of a resource, owner of a group, or a "
        + "reader role such as Global Reader. Activate it first if you are eligible.");

    public static Refusal UnknownAssignment { get; } = new(RefusalCode.RoleAssignmentDoesNotExist, "There is no such assignment.");

    public static Refusal UnknownRequest { get; } = new(RefusalCode.RoleAssignmentRequestNotFound, "There is no such request.");

    public static Refusal UnknownRole { get; } = new(RefusalCode.RoleDefinitionDoesNotExist, "There is no such role.");

    public static Refusal UnknownScope { get; } = new(
        RefusalCode.InvalidScope, "There is no such scope. Look it up in the scope tree; the whole tenant is \"/\".");

    public static Refusal UnknownAlert { get; } = new(RefusalCode.AlertNotFound, "There is no such alert, or it no longer finds this.");

    public static Refusal MayNotManageHere { get; } = new(
        RefusalCode.AuthorizationRequestDenied,
        "This needs an active role that administers this scope: Owner or User Access Administrator of a resource, owner of a group, "
        + "or Global Administrator. Activate it first if you are eligible.");
}
