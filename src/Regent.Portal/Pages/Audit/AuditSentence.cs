using Regent.Core.Audit;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages.Audit;

/// <summary>An entry of the record as a sentence.</summary>
internal static class AuditSentence
{
    public static string Of(AuditListing listing)
    {
        var actor = listing.Actor?.DisplayName ?? "Regent";
        var subject = listing.Subject?.DisplayName ?? "somebody";
        var role = listing.Role?.DisplayName ?? "a role";
        return listing.Entry.Activity switch
        {
            AuditActivities.ActivationRequested => $"{actor} asked to activate {role}",
            AuditActivities.ApprovalRequested => $"{subject}'s request for {role} was put to the approvers",
            AuditActivities.ActivationApproved => $"{actor} approved {subject}'s request for {role}",
            AuditActivities.ActivationDenied => $"{actor} denied {subject}'s request for {role}",
            AuditActivities.ActivationRequestExpired => $"Nobody answered {subject}'s request for {role}",
            AuditActivities.ActivationCompleted when listing.Entry.Result == AuditResult.Failure => $"{role} could not become active for {subject}",
            AuditActivities.ActivationCompleted => $"{role} became active for {subject}",
            AuditActivities.ActivationCanceled => $"{actor} cancelled {subject}'s request for {role}",
            AuditActivities.ActivationExpired => $"{subject}'s {role} ended as planned",
            AuditActivities.DeactivationRequested or AuditActivities.DeactivationCompleted => $"{actor} ended {subject}'s {role}",
            AuditActivities.RoleSettingUpdated => $"{actor} changed the settings of {role}",
            _ when listing.Role is not null => $"{actor}: {listing.Entry.Activity}, {subject}, {role}",
            _ when listing.Subject is not null && listing.Subject.Id != listing.Actor?.Id => $"{actor}: {listing.Entry.Activity}, {subject}",
            _ => $"{actor}: {listing.Entry.Activity}",
        };
    }
}
