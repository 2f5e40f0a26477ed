using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Audit;

/// <summary>What tokens must carry for the record (specification of the API, section 1.6).</summary>
internal static class AuditPermissions
{
    public static TokenPermission ReadAudits { get; } = new(
        ["AuditLog.Read.All", "Directory.Read.All"],
        ["AuditLog.Read.All", "Directory.Read.All"]);
}
