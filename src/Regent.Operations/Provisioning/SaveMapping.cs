using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Targets;
using Regent.Operations.Access;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Provisioning;

/// <summary>An administrator says what a role at a scope gives in a target. What is held already follows at the next sweep, at once.</summary>
public sealed class SaveMapping(
    IUnitOfWork unit, ITargetStore targets, ILedger ledger, ITargetAgenda agenda, IRoleStore roles, Places places, TargetAccess access,
    TargetDrivers drivers, IAuditLog audit, TimeProvider clock)
{
    private const int MostEntitlements = 100;

    /// <param name="caller">The administrator.</param>
    /// <param name="target">In which target.</param>
    /// <param name="id">Which mapping; null adds one.</param>
    /// <param name="ask">What it is to be.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<Mapping>> ExecuteAsync(Caller caller, TargetId target, MappingId? id, MappingAsk ask, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            return await (await access.ManageAsync(caller, target, now, token)).ThenAsync(known => SaveAsync(caller, known, id, ask, now, token));
        },
        ct);

    private async Task<Outcome<Mapping>> SaveAsync(
        Caller caller, Target target, MappingId? id, MappingAsk ask, DateTimeOffset now, CancellationToken ct)
    {
        var known = await targets.MappingsAsync(target.Id, ct);
        if (id is not null && known.All(mapping => mapping.Id != id))
        {
            return new Refusal(RefusalCode.TargetNotFound, "There is no such mapping. Somebody may have removed it.");
        }

        if (Flaws(target, ask).ToArray() is { Length: > 0 } flaws)
        {
            return flaws;
        }

        if (await roles.FindAsync(ask.Role, ct) is not { } role)
        {
            return Refusals.UnknownRole;
        }

        return await (await places.ForAsync(role, ask.Scope, ct)).ThenAsync(async place =>
        {
            var mapping = new Mapping(id ?? MappingId.At(now), target.Id, ask.Role, place.Scope, Spelt(target, known, ask))
            {
                Landing = ask.Landing,
            };
            await targets.SaveMappingAsync(mapping, ct);
            await targets.SaveAsync(target with { Version = target.Version + 1 }, ct);
            var last = known.FirstOrDefault(one => one.Id == id) is { } former ? await ledger.LastWorkAsync(target, former, mapping, now, ct) : [];
            await agenda.WakeAsync(target, [.. last, new WakeUp(TargetWork.Sweep, target.Id.Value, now)], now, ct);
            var activity = id is null ? AuditActivities.MappingAdded : AuditActivities.MappingUpdated;
            await audit.AppendAsync([TargetRecord.Entry(target, mapping, activity, caller.Id, now)], ct);
            return mapping;
        });
    }

    // What the target takes for the same is spelt the same in all mappings, so that it is one line of the ledger.
    private static IReadOnlyList<string> Spelt(Target target, IReadOnlyList<Mapping> known, MappingAsk ask)
    {
        var names = target.Kind.Names();
        var before = known.SelectMany(mapping => mapping.Entitlements).ToList();
        return [.. ask.Entitlements.Select(one => one.Trim()).Select(one => before.Find(other => names.Equals(other, one)) ?? one).Distinct(names)];
    }

    private IEnumerable<Refusal> Flaws(Target target, MappingAsk ask)
    {
        var driver = drivers.Of(target.Kind);
        if (ask.Entitlements.Count is 0 or > MostEntitlements || ask.Entitlements.Any(one => !IsFit(one)))
        {
            yield return Flaw(
                "entitlements",
                $"Name 1 to {MostEntitlements} entitlements, each {driver.EntitlementMeans}, on one line of at most {Holding.MaxLength} letters.");
        }

        (bool IsAsked, LandingStep Step, string Member)[] steps =
        [
            (ask.Landing.WarnBefore is not null, LandingStep.Warn, "warnBefore"),
            (ask.Landing.CloseBefore is not null, LandingStep.Close, "closeBefore"),
            (ask.Landing.EndSessions, LandingStep.EndSessions, "endSessions"),
        ];
        foreach (var (_, step, member) in steps.Where(one => one.IsAsked && !driver.Landing.ContainsKey(one.Step)))
        {
            yield return Flaw(member, $"{driver.Name} cannot do this: {step switch
            {
                LandingStep.Warn => "nobody can be warned there",
                LandingStep.Close => "new sessions cannot be refused before the end",
                LandingStep.EndSessions => "running sessions cannot be ended there",
            }}. Leave it out.");
        }

        (TimeSpan? Before, string Member)[] spans = [(ask.Landing.WarnBefore, "warnBefore"), (ask.Landing.CloseBefore, "closeBefore")];
        foreach (var (_, member) in spans.Where(one => one.Before <= TimeSpan.Zero || one.Before > Landing.LongestBefore))
        {
            yield return Flaw(member, $"This is longer than nothing, and at most {Landing.LongestBefore.TotalDays:0} days.");
        }
    }

    private static bool IsFit(string entitlement) =>
        !string.IsNullOrWhiteSpace(entitlement) && entitlement.Length <= Holding.MaxLength && !entitlement.Any(char.IsControl);

    private static Refusal Flaw(string member, string words) => new(RefusalCode.InvalidTarget, words) { Target = member };
}
