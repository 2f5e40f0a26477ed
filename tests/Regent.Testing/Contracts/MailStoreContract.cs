using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Testing.Contracts;

public abstract class MailStoreContract(PortsUnderTest ports) : PortContract(ports)
{
    private static readonly MailText Text = new("Approved – ✔", "<p>Approved</p>", "Approved");

    private readonly PrincipalId ada = new(Make.NewId());
    private readonly RequestId request = RequestId.At(Noon);

    [Fact]
    public async Task A_mail_reads_back_as_it_was_added()
    {
        var mail = Owed(Precise);

        Assert.True(await AddAsync(mail));

        Assert.Equal(mail, await Ports.Mails.FindAsync(mail.Id, Ct));
        Assert.Null(await Ports.Mails.FindAsync(Make.NewId(), Ct));
    }

    [Fact]
    public async Task The_same_mail_is_owed_once()
    {
        var mail = Owed(Noon);
        await AddAsync(mail);

        Assert.False(await AddAsync(Owed(Noon.AddMinutes(1))));
        Assert.True(await AddAsync(Owed(Noon) with { Kind = NoticeKind.Denied }));
        Assert.True(await AddAsync(Owed(Noon) with { Recipient = new PrincipalId(Make.NewId()) }));
        Assert.True(await AddAsync(Owed(Noon) with { Request = RequestId.At(Noon) }));

        await WriteAsync(ct => Ports.Mails.MarkSentAsync(mail.Id, Noon, kept: null, ct));
        Assert.False(await AddAsync(Owed(Noon.AddDays(1))));
    }

    [Fact]
    public async Task An_address_and_an_occasion_make_it_another_mail()
    {
        var named = Owed(Noon) with { Recipient = null, Address = "watch@regent.example", Occasion = "1440 min before" };
        await AddAsync(Owed(Noon));

        Assert.True(await AddAsync(named));
        Assert.False(await AddAsync(named with { Id = Make.NewId() }));
        Assert.True(await AddAsync(named with { Id = Make.NewId(), Address = "other@regent.example" }));
        Assert.True(await AddAsync(named with { Id = Make.NewId(), Occasion = "15 min before" }));
        Assert.True(await AddAsync(Owed(Noon) with { Occasion = "15 min before" }));

        Assert.Equal(named, await Ports.Mails.FindAsync(named.Id, Ct));
    }

    [Fact]
    public async Task What_is_about_no_request_is_owed_once_an_occasion()
    {
        var digest = Owed(Noon) with { Request = null, Kind = NoticeKind.Digest, Occasion = "week to 2026-03-02" };

        Assert.True(await AddAsync(digest));
        Assert.False(await AddAsync(digest with { Id = Make.NewId() }));
        Assert.True(await AddAsync(digest with { Id = Make.NewId(), Occasion = "week to 2026-03-09" }));
    }

    [Fact]
    public async Task The_same_mail_is_owed_once_within_a_unit_too()
    {
        await WriteAsync(async ct =>
        {
            Assert.True(await Ports.Mails.AddAsync(Owed(Noon), ct));
            Assert.False(await Ports.Mails.AddAsync(Owed(Noon), ct));
        });
    }

    [Fact]
    public async Task A_sent_mail_keeps_its_text_only_where_that_is_asked()
    {
        var (handed, kept) = (Owed(Noon), Owed(Noon) with { Kind = NoticeKind.Ended });
        await AddAsync(handed);
        await AddAsync(kept);

        await WriteAsync(ct => Ports.Mails.MarkSentAsync(handed.Id, Precise, kept: null, ct));
        await WriteAsync(ct => Ports.Mails.MarkSentAsync(kept.Id, Precise, Text, ct));

        Assert.Equal(handed with { SentAt = Precise }, await Ports.Mails.FindAsync(handed.Id, Ct));
        Assert.Equal(kept with { SentAt = Precise, Kept = Text }, await Ports.Mails.FindAsync(kept.Id, Ct));
    }

    [Fact]
    public async Task A_mailbox_holds_what_is_kept_for_one_person_newest_first()
    {
        var others = Owed(Noon) with { Recipient = new PrincipalId(Make.NewId()) };
        await KeepAsync(others);
        await AddAsync(Owed(Noon));
        var kept = new List<Mail>();
        foreach (var minute in new[] { 2, 5, 1, 4, 3 })
        {
            kept.Add(Owed(Noon.AddMinutes(minute)) with { Request = RequestId.At(Noon) });
            await KeepAsync(kept[^1]);
        }

        var listed = await AllAsync(page => Ports.Mails.ListKeptAsync(ada, page, Ct));

        Assert.Equal(kept.OrderByDescending(mail => mail.CreatedAt).Select(mail => mail.Id), listed.Select(mail => mail.Id));
        Assert.All(listed, mail => Assert.Equal(Text, mail.Kept));
    }

    [Fact]
    public async Task The_mails_of_a_request_are_told_oldest_first()
    {
        var late = Owed(Noon.AddMinutes(2)) with { Kind = NoticeKind.Ended };
        var early = Owed(Noon);
        await AddAsync(late);
        await AddAsync(early);
        await AddAsync(Owed(Noon) with { Request = RequestId.At(Noon) });

        Assert.Equal([early, late], await Ports.Mails.OfRequestAsync(request, Ct));
    }

    [Fact]
    public async Task The_same_about_an_account_may_be_owed_again()
    {
        var (first, second) = (AboutAccount(Precise), AboutAccount(Precise));

        Assert.True(await AddAsync(first));
        Assert.True(await AddAsync(second));

        Assert.Equal(first, await Ports.Mails.FindAsync(first.Id, Ct));
        Assert.Empty(await Ports.Mails.OfRequestAsync(request, Ct));
    }

    [Fact]
    public async Task Mails_about_an_account_are_counted_from_a_moment_on()
    {
        foreach (var mail in new[]
        {
            AboutAccount(Noon.AddMinutes(-1)), AboutAccount(Noon), AboutAccount(Precise), Owed(Noon),
            AboutAccount(Noon) with { Kind = NoticeKind.Invitation }, AboutAccount(Noon) with { Recipient = new PrincipalId(Make.NewId()) },
        })
        {
            await AddAsync(mail);
        }

        Assert.Equal(2, await Ports.Mails.CountAsync(ada, NoticeKind.PasswordReset, Noon, Ct));
        Assert.Equal(1, await Ports.Mails.CountAsync(ada, NoticeKind.PasswordReset, Precise, Ct));
        Assert.Equal(0, await Ports.Mails.CountAsync(ada, NoticeKind.Activated, Noon, Ct));
    }

    [Fact]
    public async Task What_is_taken_back_is_owed_no_longer()
    {
        var (owed, sent) = (AboutAccount(Noon), AboutAccount(Noon));
        Mail[] others = [Owed(Noon), AboutAccount(Noon) with { Kind = NoticeKind.PasswordChanged }, AboutAccount(Noon) with { Recipient = new PrincipalId(Make.NewId()) }];
        foreach (var mail in others.Prepend(sent).Prepend(owed))
        {
            await AddAsync(mail);
        }

        await WriteAsync(ct => Ports.Mails.MarkSentAsync(sent.Id, Noon, kept: null, ct));
        await WriteAsync(ct => Ports.Mails.WithdrawAsync(ada, [NoticeKind.PasswordReset, NoticeKind.Activated], Precise, ct));

        Assert.Equal(owed with { SentAt = Precise }, await Ports.Mails.FindAsync(owed.Id, Ct));
        Assert.Equal(sent with { SentAt = Noon }, await Ports.Mails.FindAsync(sent.Id, Ct));
        foreach (var mail in others)
        {
            Assert.Equal(mail, await Ports.Mails.FindAsync(mail.Id, Ct));
        }
    }

    private Mail AboutAccount(DateTimeOffset at) => new(Guid.CreateVersion7(at), NoticeKind.PasswordReset, ada, Request: null, at);

    private Mail Owed(DateTimeOffset at) => new(Guid.CreateVersion7(at), NoticeKind.Activated, ada, request, at);

    private Task<bool> AddAsync(Mail mail) => Ports.Unit.RunAsync(ct => Ports.Mails.AddAsync(mail, ct), Ct);

    private Task KeepAsync(Mail mail) => WriteAsync(async ct =>
    {
        Assert.True(await Ports.Mails.AddAsync(mail, ct));
        await Ports.Mails.MarkSentAsync(mail.Id, mail.CreatedAt, Text, ct);
    });
}
