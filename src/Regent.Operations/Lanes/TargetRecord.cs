using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Targets;

namespace Regent.Operations.Lanes;

/// <summary>What administrators do to targets, as entries of the record. Settings stay out of it: some are secrets.</summary>
internal static class TargetRecord
{
    /// <summary>A run was stopped that nobody waits for.</summary>
    public static AuditEntry Stopped(Target target, string why, DateTimeOffset now) =>
        Entry(target, AuditActivities.SynchronisationStopped, actor: null, now) with { Reason = why };

    public static AuditEntry Entry(Target target, string activity, PrincipalId? actor, DateTimeOffset now) => AuditEntry.Of(now, activity, actor) with
    {
        Details = new Dictionary<string, string>
        {
            ["TargetName"] = target.Name,
            ["TargetId"] = target.Id.ToString(),
            ["TargetKind"] = target.Kind.ToString(),
        },
    };

    public static AuditEntry Entry(Target target, Holding holding, string activity, PrincipalId actor, DateTimeOffset now)
    {
        var entry = Entry(target, activity, actor, now);
        return entry with
        {
            Details = entry.Details.Append(KeyValuePair.Create("Account", holding.Account))
                .Append(KeyValuePair.Create("Entitlement", holding.Entitlement)).ToDictionary(),
        };
    }

    public static AuditEntry Entry(Target target, Mapping mapping, string activity, PrincipalId actor, DateTimeOffset now)
    {
        var entry = Entry(target, activity, actor, now);
        return entry with
        {
            Role = mapping.Role,
            Scope = mapping.Scope,
            Details = entry.Details.Append(KeyValuePair.Create("Entitlements", string.Join(", ", mapping.Entitlements))).ToDictionary(),
        };
    }
}
