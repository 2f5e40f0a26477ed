using System.Diagnostics;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>Writes what an alert has found as the type that incidents of this alert have.</summary>
internal static class IncidentWriter
{
    public static AlertIncidentContract Of(AlertKind kind, ListedIncident listed) =>
        WithRole(WithAssignee(ItsOwn(kind, listed), listed), listed) with { Id = listed.Incident.Id.ToString("D") };

    private static AlertIncidentContract ItsOwn(AlertKind kind, ListedIncident listed) => listed.Incident switch
    {
        AlertIncident.OfRole => new NoMfaOnRoleActivationIncidentContract
        {
            RoleDisplayName = listed.Role.DisplayName,
            RoleTemplateId = listed.Role.Id.ToString(),
        },
        AlertIncident.OfActivations many => new SequentialActivationRenewalsIncidentContract
        {
            ActivationCount = many.Count,
            SequenceStartDateTime = many.First.Effective.Start,
            SequenceEndDateTime = many.Last.Effective.End,
        },
        AlertIncident.OfAssignment held => ItsOwn(kind, held),
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
        contract is HeldRoleIncidentContract about
            ? about with
            {
                RoleDefinitionId = listed.Role.Id.ToString(),
                RoleDisplayName = listed.Role.DisplayName,
                RoleTemplateId = listed.Role.Id.ToString(),
            }
            : contract;
}
