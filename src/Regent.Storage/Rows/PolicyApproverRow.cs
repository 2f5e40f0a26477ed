namespace Regent.Storage.Rows;

/// <summary>An approver named by the settings in force, so that lists of waiting requests can be asked of the database.</summary>
internal sealed class PolicyApproverRow
{
    public Guid RoleId { get; init; }
    public required string Scope { get; init; }
    public Guid PrincipalId { get; init; }
}
