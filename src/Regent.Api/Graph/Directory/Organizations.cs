using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Operations;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Directory;

/// <summary>The tenant, which many clients ask for first: a list of one.</summary>
internal static class Organizations
{
    private const string Set = "organization";

    public static void Map(IEndpointRouteBuilder graph)
    {
        var group = graph.MapGroup(Set).Needs(DirectoryPermissions.ReadOrganization);
        group.MapGet("", List);
        group.MapGet("{id}", Get);
    }

    private static Task<IResult> List(GraphCall call, Tenant tenant, NotificationOptions options) =>
        call.Query<OrganizationContract>().Then(Whole).AnswerAsync(asked => Task.FromResult(call.List(
            Set, asked, new Page<OrganizationContract>([Of(tenant, options)], Next: null) { Total = asked.Count ? 1 : null }, one => one)));

    private static Task<IResult> Get(GraphCall call, string id, Tenant tenant, NotificationOptions options) =>
        call.Query<OrganizationContract>().Then(asked => asked.OfItem()).AnswerAsync(selection => Task.FromResult(
            Guid.TryParseExact(id, "D", out var asked) && asked == tenant.Id
                ? call.Item(Set, selection, Of(tenant, options))
                : GraphErrors.NoSuchObject(id)));

    private static Reading<ODataQuery> Whole(ODataQuery asked) => asked is { Filter: [], Order: null, Skip: 0 }
        ? asked
        : new Flaw(FlawKind.UnsupportedQuery, "A list of one is neither filtered nor ordered here.") { Target = "$filter" };

    private static OrganizationContract Of(Tenant tenant, NotificationOptions options) => OrganizationContract.Of(tenant, options.PublicUrl.Host);
}
