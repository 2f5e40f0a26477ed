using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>What somebody signs in to targets with: for themselves, and for what they hold there now.</summary>
internal static class CredentialRoom
{
    public static void Map(IEndpointRouteBuilder access)
    {
        var own = access.MapGroup("").Needs(AccessPermissions.TakeCredentials);
        own.MapGet("credentials", ListAsync).Shows(typeof(CredentialTargetContract));
        own.MapPost($"{TargetRoom.Set}/{{id}}/credentials", IssueAsync).Takes(typeof(CredentialBody)).Shows(typeof(CredentialContract))
            .Produces(StatusCodes.Status200OK);
    }

    private static async Task<IResult> ListAsync(GraphCall call, ListCredentialTargets list, CancellationToken ct) =>
        AccessAnswers.List((await list.ExecuteAsync(call.Caller, ct)).Select(CredentialTargetContract.Of));

    private static Task<IResult> IssueAsync(GraphCall call, string id, IssueCredential issue, CancellationToken ct) => TargetRoom.OfAsync(
        id, async target => await (await GraphBody.ReadAsync<CredentialBody>(call.Http.Request, ct)).AnswerAsync(async body =>
            (await issue.ExecuteAsync(call.Caller, target, body.PublicKey, ct)).Answer(credential => AccessAnswers.Item(CredentialContract.Of(credential)))));
}
