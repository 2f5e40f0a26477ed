using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;

namespace Regent.Api.Graph.Batch;

/// <summary>Several requests in one, carried out one after the other. What each needs of the token, it needs here too.</summary>
internal static class Batches
{
    public static void Map(IEndpointRouteBuilder graph) => graph.MapPost("$batch", SendAsync)
        .Takes(typeof(BatchBody)).Shows(typeof(BatchAnswers));

    private static async Task<IResult> SendAsync(GraphCall call, BatchPipeline pipeline, CancellationToken ct) =>
        BatchPipeline.IsBatched(call.Http)
            ? GraphErrors.Of(new Flaw(FlawKind.Body, "A batch cannot be part of a batch.") { Target = "url" })
            : await (await GraphBody.ReadAsync<BatchBody>(call.Http.Request, ct)).Then(body => body.Read()).AnswerAsync(async requests =>
            {
                var answers = new List<BatchAnswer>();
                foreach (var request in requests)
                {
                    answers.Add(await AnswerAsync(call, pipeline, request, answers));
                }

                return GraphAnswers.Whole(new JsonObject { ["responses"] = new JsonArray([.. answers.Select(answer => answer.ToJson())]) });
            });

    private static async Task<BatchAnswer> AnswerAsync(
        GraphCall call, BatchPipeline pipeline, BatchedRequest request, List<BatchAnswer> before) =>
        before.Find(answer => !answer.IsGood && request.After.Contains(answer.Id)) is { } failed
            ? BatchAnswer.Of(request.Id, new GraphError(
                StatusCodes.Status424FailedDependency, "FailedDependency", $"The request '{failed.Id}', on which this one depends, failed."))
            : await pipeline.SendAsync(call.Http, request);
}
