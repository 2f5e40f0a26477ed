using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Operations.Audit;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Audit;

/// <summary>The record, for those who may read it.</summary>
internal static class DirectoryAudits
{
    private const string Set = "auditLogs/directoryAudits";

    public static void Map(IEndpointRouteBuilder graph)
    {
        var group = graph.MapGroup(Set).Needs(AuditPermissions.ReadAudits);
        group.MapGet("", ListAsync);
        group.MapGet("$count", CountAsync);
        group.MapGet("{id}", GetAsync);
    }

    private static Task<IResult> ListAsync(GraphCall call, ListAudit list, CancellationToken ct) =>
        FindAsync(call, list, asked => asked, (asked, page) => call.List(Set, asked, page, DirectoryAuditContract.Of), ct);

    private static Task<IResult> CountAsync(GraphCall call, ListAudit list, CancellationToken ct) =>
        FindAsync(call, list, asked => asked.Counting(), (_, page) => GraphAnswers.Count(page), ct);

    private static Task<IResult> GetAsync(GraphCall call, string id, ListAudit list, CancellationToken ct) =>
        call.Query<DirectoryAuditContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            Guid.TryParseExact(id, "D", out var known)
                ? (await list.ExecuteAsync(call.Caller, new AuditQuery { Id = known }, new PageAsk(1), ct)).Answer(page => page.Items is [var found, ..]
                    ? call.Item(Set, selection, DirectoryAuditContract.Of(found))
                    : GraphErrors.NoSuchItem(id))
                : GraphErrors.NoSuchItem(id));

    private static Task<IResult> FindAsync(
        GraphCall call, ListAudit list, Func<ODataQuery, ODataQuery> shape, Func<ODataQuery, Page<AuditListing>, IResult> answer,
        CancellationToken ct) =>
        call.Query<DirectoryAuditContract>().Then<ODataQuery>(asked => shape(asked)).AnswerAsync(asked =>
            AuditFilter.Read(asked).AnswerAsync(async query =>
                (await list.ExecuteAsync(call.Caller, query, asked.Page(PageAsk.Largest), ct)).Answer(page => answer(asked, page))));
}
