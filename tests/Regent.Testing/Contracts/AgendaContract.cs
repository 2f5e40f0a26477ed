using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class AgendaContract(PortsUnderTest ports) : PortContract(ports)
{
    [Fact]
    public async Task Work_is_claimed_once_it_is_due_and_not_before()
    {
        var mail = Make.NewId();
        await AddAsync(mail, Precise);

        Assert.Null(await Ports.Agenda.ClaimAsync(Precise.AddMicroseconds(-1), AgendaShare.All, Ct));
        await using var claim = await Ports.Agenda.ClaimAsync(Precise, AgendaShare.All, Ct);

        Assert.Equal(
            new AgendaItem(claim!.Item.Id, AgendaKind.SendMail, mail, Precise, Attempts: 0, LastError: null, FailingSince: null), claim.Item);
    }

    [Fact]
    public async Task What_is_longest_due_is_claimed_first()
    {
        var subjects = Enumerable.Range(0, 3).Select(_ => Make.NewId()).ToArray();
        await AddAsync(subjects[2], Noon.AddMinutes(2));
        await AddAsync(subjects[0], Noon);
        await AddAsync(subjects[1], Noon.AddMinutes(1));

        Assert.Equal(subjects, await DoAllAsync(Noon.AddHours(1)));
        Assert.Null(await Ports.Agenda.ClaimAsync(Noon.AddHours(1), AgendaShare.All, Ct));
    }

    [Fact]
    public async Task Who_sees_to_no_mails_is_given_the_rest_however_many_mails_are_longer_due()
    {
        var end = Make.NewId();
        await AddAsync(Make.NewId(), Noon);
        await AddAsync(Make.NewId(), Noon);
        await WriteAsync(ct => Ports.Agenda.AddAsync(AgendaKind.TellEnd, end, Noon, Noon.AddMinutes(1), ct));

        Assert.Equal(Noon.AddMinutes(1), await Ports.Agenda.NextDueAsync(AgendaShare.AllButMails, Ct));
        await using var claim = await Ports.Agenda.ClaimAsync(Noon.AddHours(1), AgendaShare.AllButMails, Ct);

        Assert.Equal(end, claim?.Item.Subject);
        Assert.Null(await Ports.Agenda.ClaimAsync(Noon.AddHours(1), AgendaShare.AllButMails, Ct));
        Assert.Null(await Ports.Agenda.NextDueAsync(AgendaShare.AllButMails, Ct));
    }

    [Fact]
    public async Task The_same_work_is_there_only_once()
    {
        var subject = Make.NewId();
        await WriteAsync(async ct =>
        {
            await Ports.Agenda.AddAsync(AgendaKind.SendMail, subject, Noon, Noon, ct);
            await Ports.Agenda.AddAsync(AgendaKind.SendMail, subject, Noon, Noon.AddMinutes(1), ct);
            await Ports.Agenda.AddAsync(AgendaKind.TellEnd, subject, Noon, Noon.AddMinutes(2), ct);
        });
        await AddAsync(subject, Noon.AddMinutes(3));

        Assert.Equal([subject, subject], await DoAllAsync(Noon.AddHours(1)));
    }

    [Fact]
    public async Task Work_added_again_is_due_when_that_was_said_last()
    {
        var subject = Make.NewId();
        await AddAsync(subject, Noon);
        await AddAsync(subject, Noon.AddHours(2));

        Assert.Null(await Ports.Agenda.ClaimAsync(Noon.AddHours(1), AgendaShare.All, Ct));
        Assert.Equal([subject], await DoAllAsync(Noon.AddHours(2)));
    }

    [Fact]
    public async Task Work_of_a_unit_that_throws_is_not_there()
    {
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => WriteAsync(async ct =>
        {
            await Ports.Agenda.AddAsync(AgendaKind.SendMail, Make.NewId(), Noon, Noon, ct);
            throw new TimeZoneNotFoundException();
        }));

        Assert.Null(await Ports.Agenda.NextDueAsync(AgendaShare.All, Ct));
    }

    [Fact]
    public async Task What_one_has_claimed_no_other_gets()
    {
        await AddAsync(Make.NewId(), Noon);
        await AddAsync(Make.NewId(), Noon);

        var claims = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Ports.Agenda.ClaimAsync(Noon, AgendaShare.All, Ct)));

        var held = claims.OfType<IAgendaClaim>().ToList();
        Assert.Equal(2, held.Select(claim => claim.Item.Id).Distinct().Count());
        Assert.Equal(2, held.Count);
        foreach (var claim in held)
        {
            await claim.DisposeAsync();
        }
    }

    [Fact]
    public async Task Many_hands_do_each_work_once()
    {
        var subjects = Enumerable.Range(0, 40).Select(_ => Make.NewId()).ToList();
        await WriteAsync(async ct =>
        {
            foreach (var subject in subjects)
            {
                await Ports.Agenda.AddAsync(AgendaKind.SendMail, subject, Noon, Noon, ct);
            }
        });

        var done = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => DoAllAsync(Noon)));
        var rest = await DoAllAsync(Noon);

        Assert.Equal(subjects.Order(), done.SelectMany(one => one).Concat(rest).Order());
    }

    [Fact]
    public async Task A_claim_let_go_without_a_word_is_free_again()
    {
        var subject = Make.NewId();
        await AddAsync(subject, Noon);

        await (await Ports.Agenda.ClaimAsync(Noon, AgendaShare.All, Ct))!.DisposeAsync();

        await using var again = await Ports.Agenda.ClaimAsync(Noon, AgendaShare.All, Ct);
        Assert.Equal(subject, again?.Item.Subject);
        Assert.Equal(0, again?.Item.Attempts);
    }

    [Fact]
    public async Task What_failed_is_due_again_and_stays_visible()
    {
        var (first, second) = (Make.NewId(), Make.NewId());
        await AddAsync(first, Noon);
        await AddAsync(second, Noon.AddHours(9));
        Assert.Empty(await Ports.Agenda.FailingAsync(Ct));

        await FailAsync(Noon, Noon.AddMinutes(1), "The server does not answer.");
        Assert.Null(await Ports.Agenda.ClaimAsync(Noon, AgendaShare.All, Ct));
        await FailAsync(Noon.AddMinutes(1), Noon.AddMinutes(5), "Still not.");

        var failing = Assert.Single(await Ports.Agenda.FailingAsync(Ct));
        Assert.Equal(
            failing with { Due = Noon.AddMinutes(5), Attempts = 2, LastError = "Still not.", FailingSince = Noon, Subject = first }, failing);
        Assert.Equal(Noon.AddMinutes(5), await Ports.Agenda.NextDueAsync(AgendaShare.All, Ct));
    }

    [Fact]
    public async Task The_longest_failing_are_shown_first()
    {
        var (first, second) = (Make.NewId(), Make.NewId());
        await AddAsync(first, Noon);
        await FailAsync(Noon, Noon.AddDays(1), "No.");
        await AddAsync(second, Noon);
        await FailAsync(Noon.AddMinutes(1), Noon.AddMinutes(2), "No.");

        Assert.Equal([first, second], (await Ports.Agenda.FailingAsync(Ct)).Select(item => item.Subject));
    }

    [Fact]
    public async Task The_next_due_is_that_of_work_nobody_has_claimed()
    {
        Assert.Null(await Ports.Agenda.NextDueAsync(AgendaShare.All, Ct));
        await AddAsync(Make.NewId(), Noon);
        await AddAsync(Make.NewId(), Noon.AddHours(1));
        Assert.Equal(Noon, await Ports.Agenda.NextDueAsync(AgendaShare.All, Ct));

        await using var claim = await Ports.Agenda.ClaimAsync(Noon, AgendaShare.All, Ct);

        Assert.Equal(Noon.AddHours(1), await Ports.Agenda.NextDueAsync(AgendaShare.All, Ct));
    }

    [Fact]
    public async Task Work_goes_on_in_units_of_its_own_while_it_is_claimed()
    {
        var (subject, next) = (Make.NewId(), Make.NewId());
        await AddAsync(subject, Noon);

        await using (var claim = (await Ports.Agenda.ClaimAsync(Noon, AgendaShare.All, Ct))!)
        {
            await WriteAsync(async ct =>
            {
                await Ports.Agenda.AddAsync(AgendaKind.SendMail, subject, Noon, Noon, ct);
                await Ports.Agenda.AddAsync(AgendaKind.SendMail, next, Noon, Noon, ct);
            });
            await claim.DoneAsync(Ct);
        }

        Assert.Equal([next], await DoAllAsync(Noon));
    }

    private Task AddAsync(Guid subject, DateTimeOffset due) =>
        WriteAsync(ct => Ports.Agenda.AddAsync(AgendaKind.SendMail, subject, Noon, due, ct));

    private async Task FailAsync(DateTimeOffset now, DateTimeOffset due, string error)
    {
        await using var claim = await Ports.Agenda.ClaimAsync(now, AgendaShare.All, Ct);
        await claim!.RetryAsync(now, due, error, Ct);
    }

    private async Task<List<Guid>> DoAllAsync(DateTimeOffset now)
    {
        var done = new List<Guid>();
        while (await Ports.Agenda.ClaimAsync(now, AgendaShare.All, Ct) is { } claim)
        {
            await using (claim)
            {
                done.Add(claim.Item.Subject);
                await claim.DoneAsync(Ct);
            }
        }

        return done;
    }
}
