using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class ImportAssignmentsTests : IDisposable
{
    private static readonly ScheduleId Kept = new(Guid.Parse("6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2f01"));

    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_has_what_goes_on_once_with_its_id_start_and_end_and_without_a_mail()
    {
        var ask = Eligible(office.Barbara) with { Start = office.Now.AddDays(-300), Expiration = new Expiration.AfterDateTime(office.Now.AddDays(900)) };

        var first = await ImportAsync(ask);
        var again = await ImportAsync(ask);

        Assert.Equal((ImportOutcome.Added, "Barbara Liskov, eligible Exchange Administrator at /"), (first.Outcome, first.Name));
        Assert.Equal(ImportOutcome.Unchanged, again.Outcome);
        var held = (await FindAsync())!;
        Assert.Equal(
            (ScheduleKind.Eligibility, office.Barbara.Id, office.Role, office.Now.AddDays(-300), (DateTimeOffset?)office.Now.AddDays(900)),
            (held.Kind, held.Principal, held.Role, held.Period.Start, held.Period.End));
        Assert.Equal("It was so there.", (await office.World.Requests.FindAsync(new RequestId(Kept.Value), Office.Ct))?.Justification);
        Assert.Empty(office.Mails);
        Assert.All(office.World.Audit.Entries, entry => Assert.Null(entry.Actor));
        Assert.NotEmpty(office.Record);
    }

    [Fact]
    public async Task The_settings_of_here_have_no_say()
    {
        office.World.Set(office.Role, new ActivationSettings());

        var told = await ImportAsync(Eligible(office.Barbara) with { Justification = null, Expiration = new Expiration.Never() });

        Assert.Equal(ImportOutcome.Added, told.Outcome);
        Assert.True((await FindAsync())!.Period.IsPermanent);
    }

    [Fact]
    public async Task What_was_ended_here_stays_ended()
    {
        await ImportAsync(Eligible(office.Barbara));
        office.World.Add((await FindAsync())!.End(office.Now));

        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(Eligible(office.Barbara))).Outcome);
        Assert.NotNull((await FindAsync())!.EndedAt);
    }

    [Fact]
    public async Task What_is_over_is_left_out()
    {
        var told = await ImportAsync(Eligible(office.Barbara) with { Start = office.Now.AddDays(-2), Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(2)) });

        Assert.Equal((ImportOutcome.LeftOut, "It is over."), (told.Outcome, told.Message));
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task What_cannot_be_held_is_refused()
    {
        var stranger = Make.User("Stranger");
        var nowhere = new RoleDefinitionId(Make.NewId());
        office.Disable(office.Grace);

        Assert.Equal("There is no such user or group. Look it up by its name, and use its id.", (await RefusedAsync(Eligible(stranger))).Message);
        Assert.StartsWith($"There is no role {nowhere}.", (await RefusedAsync(Eligible(office.Barbara) with { Role = nowhere })).Message, StringComparison.Ordinal);
        Assert.Contains("already assigned", (await RefusedAsync(Eligible(office.Alan))).Message, StringComparison.Ordinal);
        Assert.Contains("disabled", (await RefusedAsync(Eligible(office.Grace))).Message, StringComparison.Ordinal);
        await RefusedAsync(Eligible(office.Barbara) with { Scope = Make.Unit(Make.NewId()) });
        Assert.Empty(office.Record);
    }

    [Fact]
    public async Task An_id_that_is_taken_here_is_refused()
    {
        office.World.Add(Make.Pending(office.Alan.Id, office.Role, office.Now) with { Id = new RequestId(Kept.Value) });
        Assert.Equal($"The id {Kept} belongs to a request here.", (await RefusedAsync(Eligible(office.Barbara))).Message);

        office.World.Add(Make.Eligibility(office.Ada.Id, office.Role, office.Now) with { Id = Kept });
        Assert.Equal($"The id {Kept} belongs to something else here.", (await ImportAsync(Eligible(office.Barbara))).Message);
    }

    private AssignmentAsk Eligible(Principal who) => new(ScheduleKind.Eligibility, who.Id, office.Role, Scope.Tenant)
    {
        Start = office.Now.AddDays(-1),
        Expiration = new Expiration.Never(),
        Justification = "It was so there.",
    };

    private async Task<ImportLine> RefusedAsync(AssignmentAsk ask)
    {
        var told = await ImportAsync(ask);
        Assert.Equal(ImportOutcome.Refused, told.Outcome);
        Assert.Null(await FindAsync());
        return told;
    }

    private async Task<ImportLine> ImportAsync(AssignmentAsk ask) =>
        Assert.Single(await office.The<ImportAssignments>().ExecuteAsync([new AssignmentLine(5, Kept, ask)], Office.Ct));

    private Task<Schedule?> FindAsync() => office.World.Schedules.FindAsync(Kept, Office.Ct);
}
