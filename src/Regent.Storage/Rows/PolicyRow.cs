using System.Text.Json;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Storage.Rows;

/// <summary>One version of the settings of a role at a scope; all versions stay.</summary>
internal sealed class PolicyRow
{
    public Guid RoleId { get; init; }
    public required string Scope { get; init; }
    public int Version { get; init; }
    public bool IsCurrent { get; set; }
    public required string Activation { get; init; }
    public required string Eligibility { get; init; }
    public required string Assignment { get; init; }
    public required string Notifications { get; init; }
    public Guid? ModifiedBy { get; init; }
    public DateTimeOffset? ModifiedAt { get; init; }

    public static PolicyRow Of(RolePolicy policy) => new()
    {
        RoleId = policy.Role.Value,
        Scope = policy.Scope.Value,
        Version = policy.Version,
        IsCurrent = true,
        Activation = JsonSerializer.Serialize(policy.Activation),
        Eligibility = JsonSerializer.Serialize(policy.Eligibility),
        Assignment = JsonSerializer.Serialize(policy.Assignment),
        Notifications = JsonSerializer.Serialize(policy.Notifications),
        ModifiedBy = policy.ModifiedBy?.Value,
        ModifiedAt = policy.ModifiedAt,
    };

    public RolePolicy ToCore() => new(new RoleDefinitionId(RoleId), ScopeText.Read(Scope), Version)
    {
        Activation = JsonSerializer.Deserialize<ActivationSettings>(Activation)!,
        Eligibility = JsonSerializer.Deserialize<AssignmentSettings>(Eligibility)!,
        Assignment = JsonSerializer.Deserialize<AssignmentSettings>(Assignment)!,
        Notifications = JsonSerializer.Deserialize<NotificationSettings>(Notifications)!,
        ModifiedBy = ModifiedBy is { } by ? new PrincipalId(by) : null,
        ModifiedAt = ModifiedAt,
    };
}
