using System.Text.Json.Nodes;
using Regent.Server.Tests.Api.Access;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>What is sent to Regent's own routes that change something.</summary>
internal static class TargetChanges
{
    private const string Target = "/targets/{id}";

    public static IEnumerable<MatrixChange> Of(MatrixWorld world) =>
    [
        new("POST /targets", Body: TargetClient.Ssh("Another one")),
        new("POST /targets/check", Body: TargetClient.Ssh("Another one")),
        new($"PUT {Target}", Body: TargetClient.Ssh("Renamed")),
        new($"DELETE {Target}", Address: $"/api/targets/{world.Known["targets"]}?leave=true"),
        .. new[] { "check", "plan", "start", "pause", "sweep" }.Select(act => new MatrixChange($"POST {Target}/{act}")),
        new($"POST {Target}/mappings", Body: TargetClient.Mapping("Global Reader", "readers")),
        new($"PUT {Target}/mappings/{{mapping}}", Body: TargetClient.Mapping("Global Reader", "readers")),
        new($"DELETE {Target}/mappings/{{mapping}}"),
        new($"POST {Target}/credentials", Body: new JsonObject { ["publicKey"] = TargetClient.PublicKey }),
        new("POST /drift/{id}/adopt", Body: new JsonObject
        {
            ["mappingId"] = world.Known["mapping"],
            ["scheduleInfo"] = new JsonObject { ["expiration"] = new JsonObject { ["type"] = "afterDuration", ["duration"] = "P10D" } },
        }),
        new("POST /drift/{id}/remove"),
        new("POST /drift/{id}/ignore"),
    ];
}
