using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Policies;
using Regent.Operations;
using Regent.Operations.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>What roles demand. The policies are there with the roles; only their rules change.</summary>
internal static class RoleManagementPolicies
{
    public const string Set = "policies/roleManagementPolicies";

    public static void Map(IEndpointRouteBuilder graph)
    {
        var group = graph.MapGroup(Set);
        group.MapGet("", ListAsync).Needs(PolicyPermissions.Read);
        group.MapGet("$count", CountAsync).Needs(PolicyPermissions.Read);
        group.MapGet("{id}", GetAsync).Needs(PolicyPermissions.Read);
        group.MapPatch("{id}", PatchAsync).Needs(PolicyPermissions.Write).Takes(typeof(PolicyBody));
    }

    private static Task<IResult> ListAsync(GraphCall call, ListRoleSettings list, Tenant tenant, CancellationToken ct) =>
        call.ManyAsync(typeof(PolicyContract), asked => asked, list, tenant, (asked, found) =>
            call.List(Set, asked, found.Cut(asked, one => one.Id.ToString()), one => PolicyContract.Of(one.Id, one.Settings)), ct);

    private static Task<IResult> CountAsync(GraphCall call, ListRoleSettings list, Tenant tenant, CancellationToken ct) =>
        call.ManyAsync(typeof(PolicyContract), asked => asked.Counting(), list, tenant, (asked, found) =>
            GraphAnswers.Count(found.Cut(asked, one => one.Id.ToString())), ct);

    private static Task<IResult> GetAsync(GraphCall call, string id, ListRoleSettings list, Tenant tenant, CancellationToken ct) =>
        call.Query<PolicyContract>().Then(asked => asked.OfItem()).AnswerAsync(selection => call.OneAsync(
            PolicyId.Read(id, tenant), id, list, (known, settings) => call.Item(Set, selection, PolicyContract.Of(known, settings)), ct));

    private static async Task<IResult> PatchAsync(
        GraphCall call, string id, ChangeRoleSettings change, ListRoleSettings list, Tenant tenant, CancellationToken ct) =>
        await (await GraphBody.ReadAsync<PolicyBody>(call.Http.Request, ct)).AnswerAsync(async body =>
            await SentRules.Read(body).AnswerAsync(rules => call.ChangeAsync(id, rules, change, tenant, known => call.OneAsync(
                known, id, list, (_, settings) => call.Item(Set, Selection.Default, PolicyContract.Of(known, settings)), ct), ct)));

    /// <summary>Changes rules of a policy, whatever it is by now.</summary>
    /// <param name="call">The request.</param>
    /// <param name="id">The id as it was asked for.</param>
    /// <param name="rules">What they shall be.</param>
    /// <param name="change">Changes settings.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="answer">What to say when it is done.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IResult> ChangeAsync(
        this GraphCall call, string id, IReadOnlyList<PolicyRule> rules, ChangeRoleSettings change, Tenant tenant,
        Func<PolicyId, Task<IResult>> answer, CancellationToken ct) =>
        PolicyId.Read(id, tenant) is { } known
            ? call.RefusalToWrite(known.Type) ?? await (await change.ExecuteAsync(call.Caller, known.Role, known.Scope, rules, ct)).AnswerAsync(_ => answer(known))
            : GraphErrors.Of([new Refusal(RefusalCode.InputPolicyNotFound, $"There is no policy '{id}'.")]);
}
