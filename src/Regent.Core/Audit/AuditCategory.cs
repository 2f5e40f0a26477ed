namespace Regent.Core.Audit;

/// <summary>What an act is about, as the reference sorts the record (specification, section 8.1).</summary>
public enum AuditCategory
{
    RoleManagement,
    ResourceManagement,
    GroupManagement,
    UserManagement,
    ApplicationManagement,
    Authentication,
}
