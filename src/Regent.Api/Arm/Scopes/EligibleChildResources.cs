using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Arm.Contracts;
using Regent.Api.Arm.Protocol;
using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations.Roles;

namespace Regent.Api.Arm.Scopes;

/// <summary>The scopes below one at which the caller could activate something.</summary>
internal static class EligibleChildResources
{
    private const string AllOption = "$getAllChildren";

    public static void Map(IEndpointRouteBuilder arm) =>
        arm.MapGet("eligibleChildResources", ListAsync).Speaks(ArmVersions.Requests).Shows(typeof(ChildContract));

    private static Task<IResult> ListAsync(ArmCall call, ListEligibleChildren list, CancellationToken ct) =>
        call.Scope.Then(scope => call.Filter.Then(Kinds).Then<EligibleChildrenAsk>(kinds => new EligibleChildrenAsk(scope, kinds, WantsAll(call))))
            .AnswerAsync(ask => call.Page().AnswerAsync(async page =>
                call.List(await list.ExecuteAsync(call.Caller, ask, page, ct), node => new ChildContract(
                    node.Scope.Value, node.DisplayName, NamedContract.TypeOf(node.Scope)))));

    private static bool WantsAll(ArmCall call) =>
        string.Equals(call.Http.Request.Query[AllOption], bool.TrueString, StringComparison.OrdinalIgnoreCase);

    private static Reading<IReadOnlyList<ScopeKind>> Kinds(IReadOnlyList<ArmTerm> filter) => filter switch
    {
        [] => new Reading<IReadOnlyList<ScopeKind>>.Good([]),
        [{ Name: "resourcetype" } term] => TermValues.Named<ScopeKind>(term) is [_, ..] kinds
            ? new Reading<IReadOnlyList<ScopeKind>>.Good(kinds)
            : term.Misfit,
        [var term, ..] => term.Unsupported,
    };

    private sealed record ChildContract(string Id, string Name, string Type);
}
