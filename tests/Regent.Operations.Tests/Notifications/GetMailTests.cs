using Regent.Core.Principals;
using Regent.Operations.Assignments;
using Regent.Operations.Notifications;
using Regent.Operations.Ports;

namespace Regent.Operations.Tests.Notifications;

public sealed class GetMailTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_kept_mail_opens_for_its_recipient_alone()
    {
        office.World.Mailer.Delivery = MailDelivery.Kept;
        await office.AskedAsync(office.Alan);
        await office.WorkAsync();
        var mail = office.World.Mails.Mails.Single(one => one.Recipient == office.Alan.Id);

        Assert.Equal(mail, await GetAsync(office.Alan, mail.Id));
        Assert.Null(await GetAsync(office.Ada, mail.Id));
        Assert.Null(await GetAsync(office.Alan, Guid.CreateVersion7(office.Now)));
    }

    [Fact]
    public async Task A_mail_that_was_handed_to_a_mail_server_is_not_here()
    {
        await office.AskedAsync(office.Alan);
        await office.WorkAsync();

        Assert.Null(await GetAsync(office.Alan, office.World.Mails.Mails.Single(one => one.Recipient == office.Alan.Id).Id));
    }

    [Theory]
    [InlineData(MailDelivery.Kept, true)]
    [InlineData(MailDelivery.Sent, false)]
    public async Task Only_where_mails_are_kept_is_there_a_mailbox(MailDelivery delivery, bool hasMailbox)
    {
        office.World.Mailer.Delivery = delivery;

        var overview = await office.The<GetOverview>().ExecuteAsync(office.As(office.Alan), Office.Ct);

        Assert.Equal(hasMailbox, overview.HasMailbox);
    }

    private Task<Mail?> GetAsync(Principal who, Guid id) => office.The<GetMail>().ExecuteAsync(office.As(who), id, Office.Ct);
}
