using Regent.Core.Requests;
using Regent.Operations.Notifications;
using Regent.Operations.Ports;

namespace Regent.Operations.Tests.Notifications;

public sealed class SendMailTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_mail_that_is_owed_is_sent_once()
    {
        await office.AskedAsync(office.Alan);
        var mail = office.World.Mails.Mails.Single(one => one.Recipient == office.Alan.Id);

        await office.The<SendMail>().ExecuteAsync(mail.Id, Office.Ct);
        await office.The<SendMail>().ExecuteAsync(mail.Id, Office.Ct);
        await office.WorkAsync();

        var sent = Assert.Single(office.World.Mailer.Sent, message => message.Id == mail.Id);
        Assert.Equal(("alan.turing@regent.example", "Alan Turing"), (sent.Address, sent.Name));
        Assert.Equal(office.Now, office.World.Mails.Mails.Single(one => one.Id == mail.Id).SentAt);
    }

    [Fact]
    public async Task While_the_server_is_down_it_stays_owed()
    {
        await office.AskedAsync(office.Alan);
        var mail = office.World.Mails.Mails[0];
        office.World.Mailer.IsDown = true;

        await Assert.ThrowsAsync<IOException>(() => office.The<SendMail>().ExecuteAsync(mail.Id, Office.Ct));
        Assert.Null((await office.World.Mails.FindAsync(mail.Id, Office.Ct))!.SentAt);

        office.World.Mailer.IsDown = false;
        await office.The<SendMail>().ExecuteAsync(mail.Id, Office.Ct);
        Assert.NotNull((await office.World.Mails.FindAsync(mail.Id, Office.Ct))!.SentAt);
    }

    [Fact]
    public async Task A_mail_that_was_taken_is_marked_though_the_server_is_being_stopped()
    {
        await office.AskedAsync(office.Alan);
        var mail = office.World.Mails.Mails[0];
        using var stopping = new CancellationTokenSource();
        office.World.Mailer.WhenTaken = stopping.Cancel;

        await office.The<SendMail>().ExecuteAsync(mail.Id, stopping.Token);

        Assert.NotNull((await office.World.Mails.FindAsync(mail.Id, Office.Ct))!.SentAt);
    }

    [Fact]
    public async Task Where_there_is_no_server_each_finds_their_own_in_the_mailbox()
    {
        office.World.Mailer.Delivery = MailDelivery.Kept;
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        await office.WorkAsync();
        await office.DecideAsync(office.Grace, request, approve: false);
        await office.WorkAsync();

        var mailbox = await office.The<ListMailbox>().ExecuteAsync(office.As(office.Alan), new PageAsk(), Office.Ct);

        var kept = Assert.Single(mailbox.Items);
        Assert.Equal((NoticeKind.Denied, "PIM: Your request for the Exchange Administrator role was denied"), (kept.Kind, kept.Kept!.Subject));
        Assert.Contains("Not today.", kept.Kept.Text, StringComparison.Ordinal);
        Assert.Single((await office.The<ListMailbox>().ExecuteAsync(office.As(office.Grace), new PageAsk(), Office.Ct)).Items);
    }

    [Fact]
    public async Task Approvers_are_not_asked_about_what_was_decided_before_the_mail_went()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        await office.DecideAsync(office.Grace, request);

        await office.WorkAsync();

        Assert.DoesNotContain(office.Sent, line => line.Contains("Review", StringComparison.Ordinal));
        Assert.All(office.World.Mails.Mails, mail => Assert.NotNull(mail.SentAt));
        Assert.DoesNotContain(office.World.Mails.Mails, mail => mail.Kept is not null);
    }

    [Fact]
    public async Task An_approval_for_later_is_not_told_once_it_was_withdrawn()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan, office.Ask(office.Alan) with { Start = office.Now.AddHours(1) });
        await office.WorkAsync();
        await office.DecideAsync(office.Grace, request);
        await office.CancelAsync(office.Alan, request);

        await office.WorkAsync();

        Assert.DoesNotContain(office.Sent, line => line.StartsWith("alan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Disabled_people_get_no_mail()
    {
        office.DemandApproval();
        await office.AskedAsync(office.Alan);
        office.Disable(office.Grace);

        await office.WorkAsync();

        Assert.Equal(["ada.lovelace: PIM: Review Alan Turing's request to activate the Exchange Administrator role"], office.Sent);
        Assert.DoesNotContain(office.Agenda, item => item.Kind == AgendaKind.SendMail);
    }

    [Fact]
    public async Task A_mail_nobody_owes_is_no_mistake() => await office.The<SendMail>().ExecuteAsync(Guid.Empty, Office.Ct);
}
