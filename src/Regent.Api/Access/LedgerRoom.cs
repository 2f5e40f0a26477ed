using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>The lines of the ledgers, those that changed last first.</summary>
internal static class LedgerRoom
{
    private static readonly OptionShape[] Options =
    [
        new("target", "string", "Only of the target with this id."),
        new("principal", "string", "Only of the account of whoever has this id; everybody may ask for their own."),
        new("state", "string", "Only those that stand there: planned, provisioning, inEffect, ending or gone."),
        new("failing", "boolean", "Whether only those are wanted that could not be made so."),
        new("open", "boolean", "Whether only those are wanted that may be there now, or are to come."),
        new("text", "string", "Only those whose account or entitlement contains this."),
        new("$top", "integer", "How many items one answer may hold."),
        new(SkipToken.Option, "string", "Where to go on, as the link to the next page has it."),
    ];

    public static void Map(IEndpointRouteBuilder access) =>
        access.MapGet("ledger", ListAsync).Needs(AccessPermissions.ReadTargets).Shows(typeof(LedgerLineContract)).WithMetadata([.. Options]);

    private static Task<IResult> ListAsync(GraphCall call, ListLedger list, CancellationToken ct) =>
        AddressOptions.Read(call.Http.Request, [.. Options.Select(option => option.Name)])
            .Then(options => options.Page().Then(page => Query(options).Then<(LedgerQuery, PageAsk)>(query => (query, page))))
            .AnswerAsync(async asked => (await list.ExecuteAsync(call.Caller, asked.Item1, asked.Item2, ct)).Answer(found =>
                AccessAnswers.List(found.Items.Select(LedgerLineContract.Of), found.Next is { } next ? call.Following(next) : null)));

    private static Reading<LedgerQuery> Query(AddressOptions options) =>
        options.Id("target").Then(target => options.Id("principal").Then(principal => options.Word<LedgerState>("state").Then(state =>
            options.Switch("failing").Then(failing => options.Switch("open").Then<LedgerQuery>(open => new LedgerQuery
            {
                Target = target is { } one ? new TargetId(one) : null,
                Principal = principal is { } whose ? new PrincipalId(whose) : null,
                State = state,
                OnlyFailing = failing ?? false,
                OnlyOpen = open ?? false,
                Text = options.Text("text"),
            })))));
}
