using Regent.Core.Audit;
using Regent.Operations.Accounts;
using Regent.Operations.Ports;

namespace Regent.Operations.Tests.Accounts;

public sealed class InvitePeopleTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Each_is_sent_a_link_that_is_good_for_a_week_and_it_is_on_record()
    {
        await InviteAsync();
        await office.WorkAsync();

        Assert.Equal(["alan.turing: Regent: Choose your password", "barbara.liskov: Regent: Choose your password"], office.Sent);
        Assert.All(
            office.World.Mailer.Sent,
            message => Assert.Contains("Works until: Mon 9 Mar 2026 12:00 UTC, once", message.Text.Text, StringComparison.Ordinal));
        Assert.Equal(
            [(AuditActivities.UserInvited, office.Alan.Id), (AuditActivities.UserInvited, office.Barbara.Id)],
            office.World.Audit.Entries.Select(entry => (entry.Activity, entry.Subject!.Value)));
    }

    [Fact]
    public async Task While_the_server_is_down_they_stay_owed_and_a_link_counts_from_the_attempt_that_succeeds()
    {
        await InviteAsync();
        office.World.Mailer.IsDown = true;
        await Assert.ThrowsAsync<IOException>(office.WorkAsync);

        office.World.Mailer.IsDown = false;
        office.Skip(TimeSpan.FromDays(1));
        await office.WorkAsync();

        Assert.Equal(2, office.World.Mailer.Sent.Count);
        Assert.All(
            office.World.Mailer.Sent,
            message => Assert.Contains("Works until: Tue 10 Mar 2026 12:00 UTC, once", message.Text.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_that_is_kept_holds_no_link_and_none_is_made()
    {
        office.World.Mailer.Delivery = MailDelivery.Kept;

        await InviteAsync();
        await office.WorkAsync();

        var kept = office.World.Mails.Mails.Where(mail => mail.Kept is not null).ToList();
        Assert.Equal(2, kept.Count);
        Assert.All(kept, mail => Assert.Contains("This server sends no mail", mail.Kept!.Text, StringComparison.Ordinal));
        Assert.Empty(office.World.PasswordLinks.Made);
    }

    [Fact]
    public async Task A_link_that_is_issued_is_on_record_with_how_it_reaches_its_person()
    {
        var link = await office.The<IssuePasswordLink>().ExecuteAsync(office.Alan.Id, TimeSpan.FromHours(2), "By hand.", Office.Ct);

        Assert.Equal(office.Now.AddHours(2), link.ExpiresAt);
        var entry = Assert.Single(office.World.Audit.Entries);
        Assert.Equal((AuditActivities.PasswordLinkIssued, office.Alan.Id, "By hand."), (entry.Activity, entry.Subject!.Value, entry.Reason));
        Assert.DoesNotContain("link/1", $"{entry}", StringComparison.Ordinal);
    }

    private Task InviteAsync() => office.The<InvitePeople>().ExecuteAsync([office.Alan.Id, office.Barbara.Id], Office.Ct);
}
