using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Operations;
using Regent.Operations.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>Finds policies for whoever may see them.</summary>
internal static class PolicyLookup
{
    private const string Example =
        "scopeId eq '/' and scopeType eq 'DirectoryRole', or scopeId eq '{group}' and scopeType eq 'Group'";

    /// <summary>One policy, or the no where there is none by this id.</summary>
    /// <param name="call">The request.</param>
    /// <param name="id">What the id was read as; null where it is none.</param>
    /// <param name="asked">The id as it was asked for.</param>
    /// <param name="list">Reads settings.</param>
    /// <param name="answer">What to say of it.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IResult> OneAsync(
        this GraphCall call, PolicyId? id, string asked, ListRoleSettings list, Func<PolicyId, RoleSettings, IResult> answer, CancellationToken ct)
    {
        if (id is null)
        {
            return GraphErrors.NoSuchItem(asked);
        }

        return call.RefusalToRead(id.Type) ?? await list.ExecuteAsync(call.Caller, id.Role, id.Scope, ct) switch
        {
            Outcome<IReadOnlyList<RoleSettings>>.Refused(var reasons) when reasons.All(IsUnknown) => GraphErrors.NoSuchItem(asked),
            var outcome => outcome.Answer(found => answer(id, found[0])),
        };
    }

    /// <summary>The policies a query asks for. There are few, and each answer is cut out of all that hold at the scope.</summary>
    /// <param name="call">The request.</param>
    /// <param name="contract">What the items are.</param>
    /// <param name="shape">What to make of the query.</param>
    /// <param name="list">Reads settings.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="answer">What to say of them.</param>
    /// <param name="ct">Gives up.</param>
    public static Task<IResult> ManyAsync(
        this GraphCall call, Type contract, Func<ODataQuery, ODataQuery> shape, ListRoleSettings list, Tenant tenant,
        Func<ODataQuery, IReadOnlyList<(PolicyId Id, RoleSettings Settings)>, IResult> answer, CancellationToken ct) =>
        call.Query(contract).Then<ODataQuery>(asked => shape(asked)).AnswerAsync(asked => PolicyQuery.Read(asked, tenant).AnswerAsync(async query =>
            query is null
                ? GraphErrors.WithoutScope(Example)
                : call.RefusalToRead(query.Type) ?? (await list.ExecuteAsync(call.Caller, role: null, new PolicyId(query.Type, query.Holder, default).Scope, ct)).Answer(found =>
                    answer(asked, [.. found.Select(one => (new PolicyId(query.Type, query.Holder, one.Role.Id), one)).Where(one => query.Wants(one.Item1))]))));

    private static bool IsUnknown(Refusal reason) =>
        reason.Code is RefusalCode.RoleDefinitionDoesNotExist or RefusalCode.InvalidScope or RefusalCode.ScopeDoesNotMatchRoleDefinition;
}
