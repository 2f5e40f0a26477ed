using Regent.Api.OData;
using Regent.Core.Alerts;
using Regent.Operations;

namespace Regent.Api.Graph.Alerts;

/// <summary>A scan or a remedy that was asked for (specification of the API, section 2.8). All are carried out at once.</summary>
[Entity("longRunningOperation")]
internal sealed record AlertOperationContract
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedDateTime { get; init; }

    public required DateTimeOffset LastActionDateTime { get; init; }

    public required string ResourceLocation { get; init; }

    public string Status { get; } = "succeeded";

    public required string StatusDetail { get; init; }

    /// <param name="operation">The operation.</param>
    /// <param name="alerts">Where the alerts are.</param>
    /// <param name="tenant">Whose.</param>
    public static AlertOperationContract Of(AlertOperation operation, string alerts, Tenant tenant) => new()
    {
        Id = operation.Id.ToString("D"),
        CreatedDateTime = operation.At,
        LastActionDateTime = operation.At,
        ResourceLocation = (operation.Alert, operation.Incident) switch
        {
            (null, _) => alerts,
            ({ } kind, null) => $"{alerts}/{AlertIds.Of(kind, tenant)}",
            ({ } kind, { } incident) => $"{alerts}/{AlertIds.Of(kind, tenant)}/alertIncidents/{incident:D}",
        },
        StatusDetail = operation.Detail,
    };
}
