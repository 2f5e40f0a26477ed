using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Api.Rules;
using Regent.Core.Policies;
using Regent.Operations;
using Regent.Operations.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>The rules of a policy, under their two names: <c>rules</c>, which can be changed, and <c>effectiveRules</c>.</summary>
internal sealed class RoleManagementPolicyRules
{
    private const string Own = "rules";

    private readonly string name;

    private RoleManagementPolicyRules(string name) => this.name = name;

    public static void Map(IEndpointRouteBuilder graph)
    {
        foreach (var rules in new[] { new RoleManagementPolicyRules(Own), new RoleManagementPolicyRules("effectiveRules") })
        {
            var group = graph.MapGroup($"{RoleManagementPolicies.Set}/{{id}}/{rules.name}");
            group.MapGet("", rules.ListAsync).Needs(PolicyPermissions.Read);
            group.MapGet("$count", rules.CountAsync).Needs(PolicyPermissions.Read);
            group.MapGet("{rule}", rules.GetAsync).Needs(PolicyPermissions.Read);
            if (rules.name == Own)
            {
                group.MapPatch("{rule}", PatchAsync).Needs(PolicyPermissions.Write).Takes(typeof(RuleBody)).Produces(StatusCodes.Status204NoContent);
            }
        }
    }

    private Task<IResult> ListAsync(GraphCall call, string id, ListRoleSettings list, Tenant tenant, CancellationToken ct) =>
        FindAsync(call, id, list, tenant, asked => asked, (known, asked, rules) =>
            call.List(SetOf(known), asked, rules.Cut(asked, rule => rule.Id), rule => rule), ct);

    private Task<IResult> CountAsync(GraphCall call, string id, ListRoleSettings list, Tenant tenant, CancellationToken ct) =>
        FindAsync(call, id, list, tenant, asked => asked.Counting(), (_, asked, rules) => GraphAnswers.Count(rules.Cut(asked, rule => rule.Id)), ct);

    private Task<IResult> GetAsync(GraphCall call, string id, string rule, ListRoleSettings list, Tenant tenant, CancellationToken ct) =>
        call.Query<RuleContract>().Then(asked => asked.OfItem()).AnswerAsync(selection => call.OneAsync(
            PolicyId.Read(id, tenant), id, list, (known, settings) => PolicyRuleName.Find(rule) is { } wanted
                ? call.Item(SetOf(known), selection, RuleContract.Of(settings.Policy.Rule(wanted), settings.Approvers))
                : GraphErrors.NoSuchItem(rule), ct));

    private static async Task<IResult> PatchAsync(
        GraphCall call, string id, string rule, ChangeRoleSettings change, Tenant tenant, CancellationToken ct) =>
        PolicyRuleName.Find(rule) is { } wanted
            ? await (await GraphBody.ReadAsync<RuleBody>(call.Http.Request, ct)).AnswerAsync(body => SentRules.Read(body, wanted).AnswerAsync(rules =>
                call.ChangeAsync(id, rules, change, tenant, _ => Task.FromResult(Results.NoContent()), ct)))
            : GraphErrors.NoSuchItem(rule);

    private static Task<IResult> FindAsync(
        GraphCall call, string id, ListRoleSettings list, Tenant tenant, Func<ODataQuery, ODataQuery> shape,
        Func<PolicyId, ODataQuery, IReadOnlyList<RuleContract>, IResult> answer, CancellationToken ct) =>
        call.Query<RuleContract>().Then(asked => Wanted(shape(asked))).AnswerAsync(wanted => call.OneAsync(
            PolicyId.Read(id, tenant), id, list, (known, settings) => answer(
                known, wanted.Asked,
                [
                    .. settings.Policy.Rules().Where(rule => wanted.Id is null || rule.Name == PolicyRuleName.Find(wanted.Id))
                        .Select(rule => RuleContract.Of(rule, settings.Approvers)),
                ]), ct));

    private static Reading<(ODataQuery Asked, string? Id)> Wanted(ODataQuery asked) => asked switch
    {
        { Order: { } order } => order.Unsupported,
        { Filter: [] } => (asked, (string?)null),
        { Filter: [{ Path: "id", Operator: FilterOperator.Equal } id] } => (asked, id.Text),
        { Filter: [.., var last] } => asked.Filter.FirstOrDefault(term => term.Path != "id")?.Unsupported ?? last.Unsupported,
    };

    private string SetOf(PolicyId policy) => $"{RoleManagementPolicies.Set}('{policy}')/{name}";
}
