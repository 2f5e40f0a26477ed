using Regent.Api.OData;
using Regent.Core.Audit;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Audit;

/// <summary>An entry of the record (specification of the API, section 2.9).</summary>
[Entity("directoryAudit")]
internal sealed record DirectoryAuditContract
{
    public required string Id { get; init; }

    public required string Category { get; init; }

    public required string? CorrelationId { get; init; }

    public required string Result { get; init; }

    public required string? ResultReason { get; init; }

    public required string ActivityDisplayName { get; init; }

    public required DateTimeOffset ActivityDateTime { get; init; }

    public required string LoggedByService { get; init; }

    public required string? OperationType { get; init; }

    public required AuditInitiatorContract InitiatedBy { get; init; }

    public required IReadOnlyList<TargetResourceContract> TargetResources { get; init; }

    public required IReadOnlyList<KeyValueContract> AdditionalDetails { get; init; }

    public static DirectoryAuditContract Of(AuditListing listing)
    {
        var entry = listing.Entry;
        return new DirectoryAuditContract
        {
            Id = entry.Id.ToString("D"),
            Category = AuditWords.Of(AuditOrder.CategoryOf(entry)),
            CorrelationId = entry.CorrelationId?.ToString("D"),
            Result = AuditWords.Of(entry.Result),
            ResultReason = entry.Reason,
            ActivityDisplayName = entry.Activity,
            ActivityDateTime = entry.At,
            LoggedByService = AuditWords.Of(AuditOrder.ServiceOf(entry.Activity)),
            OperationType = AuditWords.OperationOf(entry.Activity),
            InitiatedBy = AuditInitiatorContract.Of(listing),
            TargetResources = TargetResourceContract.AllOf(listing),
            AdditionalDetails = [.. Details(listing).DistinctBy(detail => detail.Key)],
        };
    }

    private static IEnumerable<KeyValueContract> Details(AuditListing listing)
    {
        var entry = listing.Entry;
        foreach (var (key, value) in entry.Details)
        {
            yield return new KeyValueContract(key, value);
        }

        if (listing.Role is { } role)
        {
            yield return new KeyValueContract("RoleDefinitionOriginId", role.Id.ToString());
            yield return new KeyValueContract("RoleDefinitionOriginType", role.IsBuiltIn ? "BuiltInRole" : "CustomRole");
            yield return new KeyValueContract("TemplateId", role.Id.ToString());
        }

        if (entry.Scope is { } scope && scope != Scope.Tenant)
        {
            yield return new KeyValueContract("ResourceOriginId", scope.Value);
        }

        if (entry.CorrelationId is { } story)
        {
            yield return new KeyValueContract("RequestId", story.ToString("D"));
        }
    }
}
