using Regent.Operations.Notifications;
using Regent.Operations.Ports;

namespace Regent.Operations.Tests.Notifications;

public sealed class SendDigestTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Theory]
    [InlineData("2026-03-02T06:59:59Z", "2026-03-02")]
    [InlineData("2026-03-02T07:00:00Z", "2026-03-09")]
    [InlineData("2026-03-05T12:00:00Z", "2026-03-09")]
    [InlineData("2026-03-08T23:59:00Z", "2026-03-09")]
    public void The_next_one_is_sent_on_the_next_monday_at_seven(string now, string day)
    {
        var next = DigestWeek.After(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), DayOfWeek.Monday, hour: 7);

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), next.Day);
        Assert.Equal(next, DigestWeek.Of(next.Id));
    }

    [Fact]
    public async Task Administrators_get_the_figures_of_each_week_once()
    {
        await office.The<SendDigest>().PlanAsync(Office.Ct);
        await office.The<SendDigest>().PlanAsync(Office.Ct);
        await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromDays(7));

        var digest = Assert.Single(office.World.Mailer.Sent, sent => sent is { Address: "ada.lovelace@regent.example", Text.Subject: "PIM: Your week in privileged roles" });
        Assert.Contains("People who activated a role: 1\n", digest.Text.Text, StringComparison.Ordinal);
        Assert.Contains("Activated most: Exchange Administrator: 1\n", digest.Text.Text, StringComparison.Ordinal);
        Assert.Contains("Digest to Grace", office.Mails);
        Assert.DoesNotContain("Digest to Alan", office.Mails);

        await office.PassAsync(TimeSpan.FromDays(14));

        Assert.Equal(3, office.Mails.Count(mail => mail == "Digest to Ada"));
        Assert.Contains(
            "People who activated a role: 0\n", office.World.Mailer.Sent.Last(sent => sent.Text.Subject.Contains("week", StringComparison.Ordinal)).Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_want_it_gets_none()
    {
        office.The<NotificationOptions>().Digest = false;
        await office.The<SendDigest>().PlanAsync(Office.Ct);
        await office.The<SendDigest>().ExecuteAsync(new DigestWeek(new DateOnly(2026, 3, 9)).Id, Office.Ct);

        Assert.Empty(office.Mails);
        Assert.DoesNotContain(office.Agenda, item => item.Kind == AgendaKind.SendDigest);
    }
}
