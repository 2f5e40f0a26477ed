using System.Text.Json;
using Regent.Core.Targets;

namespace Regent.Targets.Azure;

/// <summary>What Azure's errors about roles mean.</summary>
internal static class AzureErrors
{
    /// <summary>What is answered to somebody who is to have a role.</summary>
    public static TenantReply<TargetAnswer> Given(AzurePlace place, TenantReply<JsonElement> reply) => reply switch
    {
        { Trouble: null } => TenantReply<TargetAnswer>.Of(TargetAnswer.Done),
        _ when reply.Has("SubjectNotFound", "PrincipalNotFound") => TenantReply<TargetAnswer>.Of(TargetAnswer.UnknownAccount(place.Holding.Account)),
        { IsMissing: true } => TenantReply<TargetAnswer>.Of(TargetAnswer.UnknownEntitlement(place.Holding.Entitlement)),
        _ => reply.As<TargetAnswer>(),
    };

    /// <summary>What is answered where a role is to be taken back.</summary>
    public static TenantReply<TargetAnswer> Taken<T>(TenantReply<T> reply) =>
        reply.Trouble is null || reply.IsMissing || reply.Has("RoleAssignmentDoesNotExist", "SubjectNotFound", "PrincipalNotFound")
            ? TenantReply<TargetAnswer>.Of(TargetAnswer.Done)
            : reply.As<TargetAnswer>();
}
