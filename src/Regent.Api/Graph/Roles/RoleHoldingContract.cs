using System.Text.Json.Serialization;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Roles;

/// <summary>
/// What schedules and instances of directory roles have in common (specification of the API, section 2.1). What is only theirs stands in
/// the middle of it.
/// </summary>
internal abstract record RoleHoldingContract
{
    /// <summary>Where members stand that only schedules, or only instances have.</summary>
    protected const int Middle = 2;

    private const int First = 1;
    private const int Last = 3;

    protected RoleHoldingContract(SeenSchedule seen, Related related, string id)
    {
        var schedule = seen.Listing.Schedule;
        Id = id;
        PrincipalId = schedule.Principal.ToString();
        RoleDefinitionId = schedule.Role.ToString();
        DirectoryScopeId = schedule.Scope.Value;
        MemberType = ScheduleWords.MemberType(seen);
        Principal = DirectoryObjectContract.Of(seen.Listing.Principal);
        RoleDefinition = RoleDefinitionContract.Of(seen.Listing.Role);
        DirectoryScope = AdministrativeUnitContract.IfUnit(related.Node(schedule.Scope));
    }

    [JsonPropertyOrder(-1)]
    public string Id { get; }

    [JsonPropertyOrder(First)]
    public string PrincipalId { get; }

    [JsonPropertyOrder(First)]
    public string RoleDefinitionId { get; }

    [JsonPropertyOrder(First)]
    public string DirectoryScopeId { get; }

    /// <summary>Always null: directory roles have no scopes of applications.</summary>
    [JsonPropertyOrder(First)]
    public string? AppScopeId { get; }

    [JsonPropertyOrder(Last)]
    public string MemberType { get; }

    [OnDemand]
    [JsonPropertyOrder(Last)]
    public DirectoryObjectContract Principal { get; }

    [OnDemand]
    [JsonPropertyOrder(Last)]
    public RoleDefinitionContract RoleDefinition { get; }

    [OnDemand]
    [JsonPropertyOrder(Last)]
    public DirectoryObjectContract? DirectoryScope { get; }

    [OnDemand]
    [JsonPropertyOrder(Last)]
    public AppScopeContract? AppScope { get; }
}
