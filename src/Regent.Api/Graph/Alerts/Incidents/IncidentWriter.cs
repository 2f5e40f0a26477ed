using System.Diagnostics;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>Writes what an alert has found as the type that incidents of this alert have.</summary>
internal static class IncidentWriter
{
    public static AlertIncidentContract Of(AlertKind kind, ListedIncident listed) =>
        WithTarget(WithRole(WithAssignee(ItsOwn(kind, listed), listed), listed), listed) with { Id = listed.Incident.Id.ToString("D") };

    private static AlertIncidentContract ItsOwn(AlertKind kind, ListedIncident listed) => listed.Incident switch
    {
        AlertIncident.OfRole => new NoMfaOnRoleActivationIncidentContract
        {
            RoleDisplayName = listed.Role!.DisplayName,
            RoleTemplateId = listed.Role.Id.ToString(),
        },
        AlertIncident.OfActivations many => new SequentialActivationRenewalsIncidentContract
        {
            ActivationCount = many.Count,
            SequenceStartDateTime = many.First.Effective.Start,
            SequenceEndDateTime = many.Last.Effective.End,
        },
        AlertIncident.OfAssignment held => ItsOwn(kind, held),
        AlertIncident.OfDrift(var drift) => new AccessOutsideRegentIncidentContract
        {
            Account = drift.Holding.Account,
            Entitlement = drift.Holding.Entitlement,
            FoundDateTime = drift.FoundAt,
        },
        AlertIncident.OfTarget(var health, var since) => new TargetNotAnsweringIncidentContract { SinceDateTime = since, ErrorMessage = health.LastError },
        AlertIncident.OfEntry late => Overdue(late, listed),
        _ => throw new UnreachableException(),
    };

    private static AlertIncidentContract ItsOwn(AlertKind kind, AlertIncident.OfAssignment held) => kind switch
    {
        AlertKind.TooManyGlobalAdminsAssignedToTenant => new TooManyGlobalAdminsIncidentContract(),
        AlertKind.RedundantAssignment => new RedundantAssignmentIncidentContract { LastActivationDateTime = held.LastUsed },
        AlertKind.StaleSignIn => new StaleSignInIncidentContract
        {
            AssignmentCreatedDateTime = held.Schedule.CreatedAt,
            LastSignInDateTime = held.LastUsed,
        },
        _ => new RolesAssignedOutsidePimIncidentContract { AssignmentCreatedDateTime = held.Schedule.CreatedAt },
    };

    private static RevocationOverdueIncidentContract Overdue(AlertIncident.OfEntry late, ListedIncident listed) => new()
    {
        Account = late.Entry.Holding.Account,
        Entitlement = late.Entry.Holding.Entitlement,
        AssigneeId = late.Owner?.ToString(),
        AssigneeDisplayName = listed.Assignee?.DisplayName,
        SinceDateTime = late.Since,
        ErrorMessage = late.Entry.LastError,
    };

    private static AlertIncidentContract WithTarget(AlertIncidentContract contract, ListedIncident listed) =>
        contract is TargetIncidentContract about
            ? about with { TargetId = listed.Incident.Target.ToString() ?? "", TargetDisplayName = listed.TargetName }
            : contract;

    private static AlertIncidentContract WithAssignee(AlertIncidentContract contract, ListedIncident listed) =>
        contract is AssigneeIncidentContract about
            ? about with
            {
                AssigneeId = listed.Incident.Assignee.ToString() ?? "",
                AssigneeDisplayName = listed.Assignee?.DisplayName,
                AssigneeUserPrincipalName = listed.Assignee?.UserPrincipalName?.Value,
            }
            : contract;

    private static AlertIncidentContract WithRole(AlertIncidentContract contract, ListedIncident listed) =>
        (contract, listed.Role) is (HeldRoleIncidentContract about, { } role)
            ? about with
            {
                RoleDefinitionId = role.Id.ToString(),
                RoleDisplayName = role.DisplayName,
                RoleTemplateId = role.Id.ToString(),
            }
            : contract;
}
