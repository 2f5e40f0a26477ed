using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class LedgerContract(PortsUnderTest ports) : PortContract(ports)
{
    private static readonly Holding Admins = new("ada", "cn=admins,dc=regent,dc=example");

    [Fact]
    public async Task A_claim_makes_a_line_with_a_receipt_and_again_changes_nothing()
    {
        var (target, schedule) = (await SaveTargetAsync(), await SaveScheduleAsync());
        var claim = Claim(target, schedule);

        var first = Assert.Single(await ClaimAsync(claim));
        var again = Assert.Single(await ClaimAsync(claim, claim));

        Assert.Equal(first, again);
        var line = Assert.Single(await Ports.Ledger.LinesAsync([first], Ct));
        Assert.Equal(new LedgerEntry(first, target.Id, Admins, LedgerState.Provisioning, Precise), line.Entry);
        var (receipt, of) = Assert.Single(line.Receipts);
        Assert.Equal(new Receipt(receipt.Id, first, schedule.Id, schedule.Principal, Precise), receipt);
        Assert.Equal(schedule, of);
    }

    [Fact]
    public async Task Two_assignments_share_a_line_and_names_of_any_kind_and_length_are_told_apart()
    {
        var (target, one, other) = (await SaveTargetAsync(), await SaveScheduleAsync(), await SaveScheduleAsync());
        var longName = new Holding(new string('ü', Holding.MaxLength), new string('ß', Holding.MaxLength));

        var lines = await ClaimAsync(
            Claim(target, one), Claim(target, other), Claim(target, one) with { Holding = new Holding("ADA", Admins.Entitlement) },
            Claim(target, one) with { Holding = longName });

        Assert.Equal(3, lines.Count);
        Assert.Equal([1, 1, 2], (await Ports.Ledger.LinesAsync([.. lines], Ct)).Select(line => line.Receipts.Count).Order());
        Assert.Contains(await Ports.Ledger.OpenInAsync(target.Id, Ct), entry => entry.Holding == longName);
    }

    [Fact]
    public async Task What_is_planned_begins_as_planned()
    {
        var (target, schedule) = (await SaveTargetAsync(), await SaveScheduleAsync());
        await ClaimAsync(Claim(target, schedule) with { Begins = false });

        Assert.Equal(LedgerState.Planned, Assert.Single(await Ports.Ledger.OpenOfAsync(schedule.Principal, Ct)).State);
    }

    [Fact]
    public async Task Lines_and_receipts_read_back_as_they_were_saved_and_closed_receipts_are_out_of_the_way()
    {
        var (target, schedule) = (await SaveTargetAsync(), await SaveScheduleAsync());
        var line = Assert.Single(await Ports.Ledger.LinesAsync([.. await ClaimAsync(Claim(target, schedule))], Ct));
        var entry = line.Entry with
        {
            State = LedgerState.Ending,
            Since = Precise.AddMinutes(1),
            GivenUntil = Precise.AddMinutes(2),
            Attempts = 3,
            FailingSince = Precise.AddMinutes(3),
            LastError = "No.",
            RetryAt = Precise.AddMinutes(4),
            LookAt = Precise.AddMinutes(5),
            WarnedOf = Precise.AddMinutes(6),
            ClosedFor = Precise.AddMinutes(7),
        };
        var seen = line.Receipts[0].Receipt.Seen(Precise.AddMinutes(1)).Revoked(Precise.AddMinutes(2));
        await WriteAsync(ct => Ports.Ledger.SaveAsync([entry], [seen], ct));

        var saved = Assert.Single(await Ports.Ledger.LinesAsync([entry.Id], Ct));
        Assert.Equal(entry, saved.Entry);
        Assert.Equal(seen, saved.Receipts[0].Receipt);

        await WriteAsync(ct => Ports.Ledger.SaveAsync([entry with { State = LedgerState.Gone }], [seen.Gone(Precise.AddMinutes(3))], ct));
        Assert.Empty(Assert.Single(await Ports.Ledger.LinesAsync([entry.Id], Ct)).Receipts);
        Assert.Empty(await Ports.Ledger.OpenOfAsync(schedule.Principal, Ct));
        Assert.Empty(await Ports.Ledger.OpenInAsync(target.Id, Ct));
        Assert.Equal(seen.Gone(Precise.AddMinutes(3)), Assert.Single(await Ports.Ledger.ReceiptsAsync([schedule.Id], Ct)).Receipt);

        // A new claim owes it anew, on the same line.
        Assert.Equal([entry.Id], await ClaimAsync(Claim(target, schedule)));
        Assert.Single(Assert.Single(await Ports.Ledger.LinesAsync([entry.Id], Ct)).Receipts);
    }

    [Fact]
    public async Task Many_are_saved_at_once_each_as_it_is_and_no_other_changes()
    {
        var (target, schedule) = (await SaveTargetAsync(), await SaveScheduleAsync());
        var claims = Enumerable.Range(0, 30).Select(number => Claim(target, schedule) with { Holding = new Holding($"person{number}", "cn=desk") });
        var lines = await Ports.Ledger.LinesAsync([.. await ClaimAsync([.. claims])], Ct);
        var changed = lines.Skip(1).Select((line, number) => (
            Entry: number % 2 == 0
                ? line.Entry.Settle(LedgerState.InEffect, Precise.AddMinutes(number)) with { LookAt = Precise.AddHours(number) }
                : line.Entry.Fail($"No \"{number}\", {{0}} 'ß' \\ 👋\n", Precise.AddMinutes(number), Precise.AddHours(number)),
            Receipt: line.Receipts[0].Receipt.Seen(Precise.AddMinutes(number)))).ToList();

        await WriteAsync(ct => Ports.Ledger.SaveAsync([.. changed.Select(one => one.Entry)], [.. changed.Select(one => one.Receipt)], ct));

        var saved = (await Ports.Ledger.LinesAsync([.. lines.Select(line => line.Entry.Id)], Ct)).ToDictionary(line => line.Entry.Id);
        Assert.Equal(changed.Select(one => one.Entry), changed.Select(one => saved[one.Entry.Id].Entry));
        Assert.Equal(changed.Select(one => one.Receipt), changed.Select(one => saved[one.Entry.Id].Receipts[0].Receipt));
        Assert.Equal(lines[0].Entry, saved[lines[0].Entry.Id].Entry);
        Assert.Equal(lines[0].Receipts, saved[lines[0].Entry.Id].Receipts);
    }

    [Fact]
    public async Task Lists_hold_what_is_asked_for_with_whose_account_it_is()
    {
        var (target, one, other) = (await SaveTargetAsync(), await SaveScheduleAsync(), await SaveScheduleAsync());
        await ClaimAsync(Claim(target, one), Claim(target, other) with { Holding = new Holding("alan", "cn=Desk") });
        var alans = Assert.Single(await Ports.Ledger.OpenOfAsync(other.Principal, Ct));
        await WriteAsync(ct => Ports.Ledger.SaveAsync([alans.Fail("No.", Precise, Precise)], [], ct));

        Assert.Equal(2, (await AllAsync(page => Ports.Ledger.ListAsync(new LedgerQuery { Target = target.Id }, page, Ct))).Count);
        Assert.Equal([other.Principal], await OwnersAsync(new LedgerQuery { OnlyFailing = true }));
        Assert.Equal([other.Principal], await OwnersAsync(new LedgerQuery { Text = "cn=desk" }));
        Assert.Equal([one.Principal], await OwnersAsync(new LedgerQuery { Principal = one.Principal, OnlyOpen = true }));
        Assert.Empty(await OwnersAsync(new LedgerQuery { State = LedgerState.Gone }));
        Assert.Equal([new LedgerCount(target.Id, LedgerState.Provisioning, 2, 1, Precise)], await Ports.Ledger.CountAsync(Ct));
    }

    [Fact]
    public async Task Awaited_is_what_is_in_force_and_was_not_seen_yet_in_a_live_target()
    {
        var (target, paused) = (await SaveTargetAsync(), await SaveTargetAsync());
        await WriteAsync(ct => Ports.Targets.SaveAsync(paused with { State = TargetState.Paused }, ct));
        var (one, seen, elsewhere) = (await SaveScheduleAsync(), await SaveScheduleAsync(), await SaveScheduleAsync());
        await ClaimAsync(Claim(target, one), Claim(target, seen), Claim(paused, elsewhere));
        var receipt = Assert.Single(await Ports.Ledger.ReceiptsAsync([seen.Id], Ct)).Receipt;
        await WriteAsync(ct => Ports.Ledger.SaveAsync([], [receipt.Seen(Precise)], ct));
        ScheduleId[] all = [one.Id, seen.Id, elsewhere.Id];

        Assert.Equal([one.Id], await Ports.Ledger.AwaitedAsync(all, Noon, Ct));
        Assert.Equal([one.Id], await Ports.Ledger.AwaitedAsync(all, Noon.AddMinutes(59), Ct));
        Assert.Empty(await Ports.Ledger.AwaitedAsync(all, Noon.AddSeconds(-1), Ct));
        Assert.Empty(await Ports.Ledger.AwaitedAsync(all, Noon.AddHours(1), Ct));
        Assert.Empty(await Ports.Ledger.AwaitedAsync([seen.Id], Noon, Ct));
    }

    [Fact]
    public async Task What_was_found_outside_is_kept_until_it_is_removed()
    {
        var target = await SaveTargetAsync();
        var drift = new Drift(Make.NewId(), target.Id, Admins, Precise);
        await WriteAsync(ct => Ports.Ledger.ChangeDriftAsync([drift], [], ct));
        await WriteAsync(ct => Ports.Ledger.ChangeDriftAsync([drift with { IgnoredAt = Precise }], [], ct));

        Assert.Equal([drift with { IgnoredAt = Precise }], await Ports.Ledger.DriftAsync(target.Id, Ct));
        Assert.Equal(drift.Holding, (await Ports.Ledger.FindDriftAsync(drift.Id, Ct))?.Holding);

        await WriteAsync(ct => Ports.Ledger.ChangeDriftAsync([], [drift.Id], ct));
        Assert.Empty(await Ports.Ledger.DriftAsync(target.Id, Ct));
    }

    [Fact]
    public async Task A_target_reads_back_as_it_was_saved_and_takes_all_with_it()
    {
        var target = await SaveTargetAsync();
        var role = await SaveRoleAsync("Operator");
        var mapping = new Mapping(MappingId.At(Precise), target.Id, role.Id, Scope.Tenant, ["a", "b"])
        {
            Landing = new Landing(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5), EndSessions: true),
        };
        var health = new TargetHealth(target.Id).Fail("No.", Precise, Precise.AddSeconds(1)) with { SweptAt = Precise };
        await WriteAsync(async ct =>
        {
            await Ports.Targets.SaveMappingAsync(mapping, ct);
            await Ports.Targets.SaveHealthAsync(health, ct);
        });

        var read = await Ports.Targets.FindAsync(target.Id, Ct);
        Assert.Equal(target.Settings.Values, read!.Settings.Values);
        Assert.Equal(target with { Settings = read.Settings }, read);
        Assert.Equal([mapping], await Ports.Targets.MappingsAsync(target.Id, Ct));
        Assert.Equal([mapping], await Ports.Targets.MappingsOfAsync([role.Id], Ct));
        Assert.Equal(health, (await Ports.Targets.HealthAsync(Ct))[target.Id]);

        var schedule = await SaveScheduleAsync();
        await ClaimAsync(Claim(target, schedule));
        await WriteAsync(ct => Ports.Targets.RemoveAsync(target.Id, ct));
        Assert.Empty(await Ports.Targets.ListAsync(Ct));
        Assert.Empty(await Ports.Targets.MappingsOfAsync([role.Id], Ct));
        Assert.Empty(await Ports.Ledger.ReceiptsAsync([schedule.Id], Ct));
    }

    [Fact]
    public async Task One_at_a_time_works_in_a_target_and_what_comes_meanwhile_waits_for_nobody()
    {
        var (target, other) = (await SaveTargetAsync(), await SaveTargetAsync());
        var (first, second) = (Make.NewId(), Make.NewId());
        await WakeAsync(target, first, Noon);
        await WakeAsync(target, first, Noon.AddHours(1));
        await WakeAsync(other, second, Noon);

        await using (var lane = await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.Access, Noon, most: 10, Ct))
        {
            Assert.Equal([new WakeUp(TargetWork.Converge, first, Noon)], lane!.Items);
            Assert.Null(await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.Access, Noon, most: 10, Ct));
            await using var beside = await Ports.TargetAgenda.EnterAsync(other.Id, TargetShare.Access, Noon, most: 10, Ct);
            Assert.NotNull(beside);
            await WakeAsync(target, second, Noon);
            await lane.DoneAsync(Ct);
        }

        await using var next = await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.Access, Noon, most: 10, Ct);
        Assert.Equal([new WakeUp(TargetWork.Converge, second, Noon)], next!.Items);
        Assert.Equal(Noon, await Ports.TargetAgenda.NextDueAsync(target.Id, TargetShare.Access, Ct));
        await next.PostponeAsync(Noon.AddMinutes(1), Ct);
        Assert.Equal(Noon.AddMinutes(1), await Ports.TargetAgenda.NextDueAsync(target.Id, TargetShare.Access, Ct));
    }

    [Fact]
    public async Task Access_and_people_have_a_lane_each_and_neither_waits_for_the_other()
    {
        var (target, line) = (await SaveTargetAsync(), Make.NewId());
        var people = new WakeUp(TargetWork.Synchronise, target.Id.Value, Noon.AddMinutes(-1));
        await WriteAsync(ct => Ports.TargetAgenda.WakeAsync(target.Id, [people], Noon, ct));
        Assert.Null(await Ports.TargetAgenda.NextDueAsync(target.Id, TargetShare.Access, Ct));
        Assert.Null(await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.Access, Noon, most: 10, Ct));
        await WakeAsync(target, line, Noon);

        await using var reading = await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.People, Noon, most: 10, Ct);
        await using var landing = await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.Access, Noon, most: 10, Ct);

        Assert.Equal([people], reading!.Items);
        Assert.Equal([new WakeUp(TargetWork.Converge, line, Noon)], landing!.Items);
        Assert.Null(await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.People, Noon, most: 10, Ct));
        Assert.Equal(people.Due, await Ports.TargetAgenda.NextDueAsync(target.Id, TargetShare.People, Ct));
        await landing.DoneAsync(Ct);
        await reading.PostponeAsync(Noon.AddMinutes(1), Ct);
        Assert.Null(await Ports.TargetAgenda.NextDueAsync(target.Id, TargetShare.Access, Ct));
        Assert.Equal(Noon.AddMinutes(1), await Ports.TargetAgenda.NextDueAsync(target.Id, TargetShare.People, Ct));
    }

    [Fact]
    public async Task Much_work_at_once_is_due_each_at_its_own_time()
    {
        var target = await SaveTargetAsync();
        var work = Enumerable.Range(0, 30).Select(number => new WakeUp(
            TargetWork.Converge, Make.NewId(), Precise.AddMinutes(number))).ToList();

        await WriteAsync(ct => Ports.TargetAgenda.WakeAsync(target.Id, work, Noon, ct));

        await using var lane = await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.Access, Precise.AddMinutes(24), most: 100, Ct);
        Assert.Equal(work.Take(25), lane!.Items);
        await lane.DoneAsync(Ct);
        Assert.Equal(work[25].Due, await Ports.TargetAgenda.NextDueAsync(target.Id, TargetShare.Access, Ct));
    }

    [Fact]
    public async Task Work_let_go_without_a_word_is_due_again_and_only_so_much_is_taken_at_once()
    {
        var target = await SaveTargetAsync();
        await WakeAsync(target, Make.NewId(), Noon.AddMinutes(-1));
        await WakeAsync(target, Make.NewId(), Noon);

        for (var round = 0; round < 2; round++)
        {
            await using var lane = await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.Access, Noon, most: 1, Ct);
            Assert.Equal(Noon.AddMinutes(-1), Assert.Single(lane!.Items).Due);
        }
    }

    [Fact]
    public async Task A_lane_holds_work_of_one_kind_and_what_is_planned_anew_replaces_what_was_for_later()
    {
        var target = await SaveTargetAsync();
        var (first, subject) = (Make.NewId(), target.Id.Value);
        var sweep = new WakeUp(TargetWork.Sweep, subject, Noon);
        await WriteAsync(async ct =>
        {
            await Ports.TargetAgenda.WakeAsync(target.Id, [sweep, sweep with { Due = Noon.AddHours(1) }, sweep with { Due = Noon.AddHours(2) }], Noon, ct);
            await Ports.TargetAgenda.WakeAsync(target.Id, [new WakeUp(TargetWork.Converge, first, Noon.AddMinutes(-1))], Noon, ct);
        });
        await WriteAsync(ct => Ports.TargetAgenda.PlanAsync(target.Id, sweep with { Due = Noon.AddHours(3) }, Noon, ct));

        await using (var lane = await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.Access, Noon, most: 10, Ct))
        {
            Assert.Equal([new WakeUp(TargetWork.Converge, first, Noon.AddMinutes(-1))], lane!.Items);
            await lane.DoneAsync(Ct);
        }

        await using (var lane = await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.Access, Noon, most: 10, Ct))
        {
            Assert.Equal([sweep], lane!.Items);
            await lane.DoneAsync(Ct);
        }

        Assert.Equal(Noon.AddHours(3), await Ports.TargetAgenda.NextDueAsync(target.Id, TargetShare.Access, Ct));
    }

    [Fact]
    public async Task What_wakes_once_takes_the_place_of_what_is_due_already_and_of_nothing_that_comes_later()
    {
        var (target, other) = (await SaveTargetAsync(), await SaveTargetAsync());
        var (first, second) = (Make.NewId(), Make.NewId());
        await WakeAsync(target, first, Noon.AddMinutes(-1));
        await WakeAsync(target, first, Noon.AddHours(1));
        await WakeAsync(target, second, Noon.AddMinutes(-1));
        await WakeAsync(other, first, Noon.AddMinutes(-1));
        var (now, reckon) = (new WakeUp(TargetWork.Converge, first, Noon), new WakeUp(TargetWork.Reckon, second, Noon));

        for (var round = 0; round < 3; round++)
        {
            await WriteAsync(ct => Ports.TargetAgenda.WakeOnceAsync(target.Id, [now, reckon, now, now with { Due = Noon.AddHours(2) }], Noon, ct));
        }

        var taken = new List<WakeUp>();
        while (await Ports.TargetAgenda.EnterAsync(target.Id, TargetShare.Access, Noon.AddDays(1), most: 100, Ct) is { } lane)
        {
            await using (lane)
            {
                taken.AddRange(lane.Items);
                await lane.DoneAsync(Ct);
            }
        }

        WakeUp[] later = [now with { Due = Noon.AddHours(1) }, .. Enumerable.Repeat(now with { Due = Noon.AddHours(2) }, 3)];
        Assert.Equal(
            [now with { Subject = second, Due = Noon.AddMinutes(-1) }, now, reckon, .. later],
            taken.OrderBy(one => one.Due).ThenBy(one => one.Work));
        Assert.Equal(Noon.AddMinutes(-1), await Ports.TargetAgenda.NextDueAsync(other.Id, TargetShare.Access, Ct));
    }

    private static LedgerClaim Claim(Target target, Schedule schedule) => new(target.Id, Admins, schedule.Id, schedule.Principal, Begins: true);

    private async Task<List<PrincipalId?>> OwnersAsync(LedgerQuery query) =>
        [.. (await Ports.Ledger.ListAsync(query, new PageAsk(), Ct)).Items.Select(listed => listed.Principal?.Id)];

    private Task<IReadOnlySet<LedgerEntryId>> ClaimAsync(params LedgerClaim[] claims) =>
        Ports.Unit.RunAsync(ct => Ports.Ledger.ClaimAsync(claims, Precise, ct), Ct);

    private Task WakeAsync(Target target, Guid subject, DateTimeOffset due) =>
        WriteAsync(ct => Ports.TargetAgenda.WakeAsync(target.Id, [new WakeUp(TargetWork.Converge, subject, due)], Noon, ct));

    private async Task<Target> SaveTargetAsync()
    {
        var id = TargetId.At(Precise);
        var target = new Target(
            id, $"Directory {id}", TargetKind.Ldap, Make.Accounts("{name}"),
            new TargetSettings(new Dictionary<string, string> { ["server"] = "ldaps://127.0.0.1", ["ca"] = "a\nb" }), TargetState.Live)
        {
            Version = 2,
            PlannedVersion = 1,
            SweepEvery = TimeSpan.FromMinutes(30),
        };
        await WriteAsync(ct => Ports.Targets.SaveAsync(target with { Name = "Before" + id }, ct));
        await WriteAsync(ct => Ports.Targets.SaveAsync(target, ct));
        return target;
    }

    private async Task<Schedule> SaveScheduleAsync()
    {
        var id = Make.NewId();
        var person = await SaveUserAsync($"Person {id:N}");
        var role = await SaveRoleAsync($"Role {id:N}");
        return await SaveAsync(Make.Assignment(person.Id, role.Id, Noon, Noon.AddHours(1)));
    }
}
