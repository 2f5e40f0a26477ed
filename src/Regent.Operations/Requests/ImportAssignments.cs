using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>
/// Takes over what another system gave, with ids, starts and ends, and tells nobody; repeatable. What is here already stays as it is here,
/// also where it was changed or ended since. What is refused leaves the others alone. Called on the server itself, not by a signed-in
/// person.
/// </summary>
public sealed class ImportAssignments(
    IUnitOfWork unit, IRoleStore roles, Places places, IDirectory directory, IScheduleStore schedules, IRequestStore requests, IPolicyStore policies,
    RequestRecorder recorder, TimeProvider clock)
{
    public Task<IReadOnlyList<ImportLine>> ExecuteAsync(IReadOnlyList<AssignmentLine> lines, CancellationToken ct) =>
        unit.RunAsync(token => ImportAsync(lines, token), ct);

    private async Task<IReadOnlyList<ImportLine>> ImportAsync(IReadOnlyList<AssignmentLine> lines, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var told = new List<ImportLine>();
        foreach (var line in lines)
        {
            var role = await roles.FindAsync(line.Wanted.Role, ct);
            var (outcome, message) = await ImportAsync(line, role, now, ct);
            told.Add(new ImportLine(line.Line, await NameAsync(line.Wanted, role, ct), outcome, message));
        }

        return told;
    }

    private async Task<(ImportOutcome Outcome, string Message)> ImportAsync(
        AssignmentLine line, RoleDefinition? role, DateTimeOffset now, CancellationToken ct)
    {
        if (await schedules.FindAsync(line.Id, ct) is { } here)
        {
            return IsSame(here, line.Wanted)
                ? (ImportOutcome.Unchanged, "")
                : (ImportOutcome.Refused, $"The id {line.Id} belongs to something else here.");
        }

        if (await requests.FindAsync(new RequestId(line.Id.Value), ct) is not null)
        {
            return (ImportOutcome.Refused, $"The id {line.Id} belongs to a request here.");
        }

        if (role is null)
        {
            return (ImportOutcome.Refused, $"There is no role {line.Wanted.Role}. Take it over as well, or give another role in its place.");
        }

        if (line.Wanted.Expiration?.EndFrom(line.Wanted.Start ?? now) <= now)
        {
            return (ImportOutcome.LeftOut, "It is over.");
        }

        return await TakeOverAsync(line, role, now, ct) is Outcome<ScheduleRequest>.Refused(var reasons)
            ? (ImportOutcome.Refused, string.Join(" ", reasons.Select(reason => reason.Message)))
            : (ImportOutcome.Added, line.Note);
    }

    private async Task<Outcome<ScheduleRequest>> TakeOverAsync(AssignmentLine line, RoleDefinition role, DateTimeOffset now, CancellationToken ct) =>
        await (await places.ForAsync(role, line.Wanted.Scope, ct)).ThenAsync(async place =>
        {
            var ask = line.Wanted with { Scope = place.Scope };
            var present = await schedules.OpenOfAsync([ask.Principal], ask.Kind, ask.Role, now, ct);
            var facts = new AssignmentFacts(
                now, await policies.GetAsync(ask.Role, ask.Scope, ct), await directory.FindAsync(ask.Principal, ct),
                [.. present.Where(schedule => schedule.Scope == ask.Scope && schedule.Type == AssignmentType.Assigned)], HasFreshMfa: false);
            return await AdministratorAssignment.TakeOver(new RequestId(line.Id.Value), ask, facts)
                .ThenAsync(change => recorder.AddUntoldAsync(change, now, ct));
        });

    private static bool IsSame(Schedule here, AssignmentAsk wanted) =>
        (here.Kind, here.Principal, here.Role) == (wanted.Kind, wanted.Principal, wanted.Role) && here.Scope == wanted.Scope;

    private async Task<string> NameAsync(AssignmentAsk wanted, RoleDefinition? role, CancellationToken ct)
    {
        var principal = await directory.FindAsync(wanted.Principal, ct);
        var how = wanted.Kind == ScheduleKind.Eligibility ? "eligible" : "active";
        return $"{principal?.DisplayName ?? wanted.Principal.ToString()}, {how} {role?.DisplayName ?? wanted.Role.ToString()} at {wanted.Scope}";
    }
}
