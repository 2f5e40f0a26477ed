using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Arm.Protocol;
using Regent.Api.Arm.Schedules;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Api.Arm.Roles;

/// <summary>
/// What somebody holds now, as it was before privileged identity management: named by the schedule behind it. To give and to take it is a
/// request like any other, under the same rules.
/// </summary>
internal static class RoleAssignments
{
    private const string Type = RoleAssignmentProperties.Set;

    private static ScheduleQuery All => new(ScheduleKind.Assignment, ScheduleView.InForce, Now: default) { Sort = ScheduleSort.Start };

    public static void Map(IEndpointRouteBuilder arm)
    {
        var group = arm.MapGroup(Type).Speaks(ArmVersions.Roles).ShowsResources(typeof(RoleAssignmentProperties));
        group.MapGet("", ListAsync);
        group.MapGet("{name}", GetAsync);
        group.MapPut("{name}", PutAsync)
            .Takes(typeof(RoleAssignmentBody)).Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status201Created);
        group.MapDelete("{name}", DeleteAsync);
    }

    private static Task<IResult> ListAsync(ArmCall call, ListAround list, CancellationToken ct) =>
        call.Scope.Then(scope => call.Filter.Then(filter => SchedulesFilter.Read(filter, new AroundAsk(scope), All, call.Caller)))
            .AnswerAsync(asked => call.Page().AnswerAsync(async page =>
                (await list.ExecuteAsync(call.Caller, asked.Ask, asked.Query, page, ct)).Answer(found => call.List(found, RoleAssignmentProperties.Of))));

    private static Task<IResult> GetAsync(ArmCall call, string name, ListAround list, CancellationToken ct) => call.Scope.AnswerAsync(async scope =>
        (await FindAsync(call, scope, name, list, ct)).Answer(found =>
            found.Items is [var only] ? ArmAnswers.Item(RoleAssignmentProperties.Of(only)) : ArmErrors.NoSuch(Type, name)));

    private static async Task<IResult> PutAsync(ArmCall call, string name, SubmitRequest submit, ListAround list, CancellationToken ct)
    {
        if (!Guid.TryParseExact(name, "D", out var id))
        {
            return ArmErrors.Of(new Flaw(FlawKind.Body, "A role assignment is named by an id that you choose.") { Target = "name" });
        }

        var body = await JsonBody.ReadAsync<RoleAssignmentBody>(call.Http.Request, ArmJson.Options, ct);
        return await call.Scope.Then(scope => body.Then(sent => sent.Ask(scope, id))).AnswerAsync(async ask =>
        {
            var scope = call.Address.Scope!;
            var wasThere = await FindAsync(call, scope, name, list, ct) is Outcome<Page<ScheduleListing>>.Done({ Items: [_] });
            return await submit.ExecuteAsync(call.Caller, ask, ct) switch
            {
                Outcome<ScheduleRequest>.Refused([{ Code: RefusalCode.RoleAssignmentExists or RefusalCode.RoleAssignmentRequestExists } exists]) =>
                    ArmErrors.Of(new ArmError(StatusCodes.Status409Conflict, nameof(RefusalCode.RoleAssignmentExists), exists.Message)),
                var outcome => await outcome.AnswerAsync(async _ => (await FindAsync(call, scope, name, list, ct)).Answer(found =>
                    found.Items is [var only]
                        ? ArmAnswers.Item(RoleAssignmentProperties.Of(only), wasThere ? StatusCodes.Status200OK : StatusCodes.Status201Created)
                        : ArmErrors.NoSuch(Type, name))),
            };
        });
    }

    private static Task<IResult> DeleteAsync(ArmCall call, string name, RemoveAssignment remove, ListAround list, CancellationToken ct) =>
        call.Scope.AnswerAsync(async scope => await (await FindAsync(call, scope, name, list, ct)).AnswerAsync(async found =>
        {
            // Who may take nothing away here is told so, and not whether there was something.
            var only = found.Items is [var first] ? first : null;
            var ask = only?.Schedule is { } held
                ? new RemovalAsk(held.Kind, held.Principal, held.Role, held.Scope) { Schedule = held.Id }
                : new RemovalAsk(ScheduleKind.Assignment, Principal: default, Role: default, scope);
            return await remove.ExecuteAsync(call.Caller, ask, ct) switch
            {
                Outcome<ScheduleRequest>.Refused([{ Code: RefusalCode.RoleAssignmentDoesNotExist }]) => Results.NoContent(),
                var outcome => outcome.Answer(_ => ArmAnswers.Item(RoleAssignmentProperties.Of(only!))),
            };
        }));

    private static async Task<Outcome<Page<ScheduleListing>>> FindAsync(ArmCall call, Scope scope, string name, ListAround list, CancellationToken ct) =>
        Guid.TryParseExact(name, "D", out var id)
            ? await list.ExecuteAsync(call.Caller, new AroundAsk(scope), All with { Id = new ScheduleId(id) }, new PageAsk(1), ct)
            : new Page<ScheduleListing>([], Next: null);
}
