using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Notifications;

public sealed class RemindOfEndTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task What_was_given_is_reminded_of_two_weeks_and_one_day_before_its_end_and_told_at_it()
    {
        await GiveAsync(TimeSpan.FromDays(30));

        Assert.Equal(0, await AfterAsync(TimeSpan.FromDays(16) - TimeSpan.FromMinutes(1)));
        Assert.Equal(1, await AfterAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(1, await AfterAsync(TimeSpan.FromDays(13) - TimeSpan.FromMinutes(1)));
        Assert.Equal(2, await AfterAsync(TimeSpan.FromMinutes(1)));
        Assert.DoesNotContain("Expired to Barbara", office.Mails);
        await office.PassAsync(TimeSpan.FromDays(1));

        Assert.Single(office.Mails, "Expired to Barbara");
        Assert.Equal(2, office.Mails.Count(mail => mail == "ExpiringAlert to Ada"));
    }

    [Fact]
    public async Task What_lasts_less_than_two_weeks_is_reminded_of_once()
    {
        await GiveAsync(TimeSpan.FromDays(10));

        Assert.Equal(1, await AfterAsync(TimeSpan.FromDays(10)));
    }

    [Fact]
    public async Task An_end_that_moves_away_is_reminded_of_at_its_new_time()
    {
        var given = await GiveAsync(TimeSpan.FromDays(20));
        Assert.Equal(1, await AfterAsync(TimeSpan.FromDays(7)));
        var longer = office.Give(office.Barbara) with { Target = given.Schedule, Expiration = new Expiration.AfterDateTime(office.Now.AddDays(40)) };
        (await office.The<ChangeAssignment>().ExecuteAsync(office.As(office.Ada), RequestAction.AdminExtend, longer, Office.Ct)).Done();

        Assert.Equal(1, await AfterAsync(TimeSpan.FromDays(25)));
        Assert.Equal(2, await AfterAsync(TimeSpan.FromDays(1)));
        Assert.Equal(3, await AfterAsync(TimeSpan.FromDays(13)));
    }

    [Fact]
    public async Task What_was_taken_away_is_not_reminded_of()
    {
        await GiveAsync(TimeSpan.FromDays(30));
        await office.PassAsync(TimeSpan.FromDays(1));
        (await office.RemoveAsync(office.Ada, office.Barbara, ScheduleKind.Eligibility)).Done();

        Assert.Equal(0, await AfterAsync(TimeSpan.FromDays(40)));
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task Both_reminders_that_came_due_while_the_server_was_down_are_one()
    {
        await GiveAsync(TimeSpan.FromDays(30));
        await office.WorkAsync();
        office.Skip(TimeSpan.FromDays(30) - TimeSpan.FromHours(1));
        await office.WorkAsync();

        Assert.Equal(1, await AfterAsync(TimeSpan.Zero));
    }

    [Fact]
    public async Task The_members_of_a_group_are_reminded_of_what_the_group_has()
    {
        var group = office.World.AddGroup("Engineers", office.Barbara, office.Alan);
        await office.AssignAsync(
            office.Ada, office.Give(group) with { Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(5)) });
        await office.PassAsync(TimeSpan.FromDays(4));

        Assert.Contains("Expiring to Barbara", office.Mails);
        Assert.Contains("Expiring to Alan", office.Mails);
    }

    [Fact]
    public async Task The_holder_of_an_activation_is_told_a_quarter_of_an_hour_before_its_end()
    {
        await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromMinutes(104));
        Assert.DoesNotContain("EndingSoon to Alan", office.Mails);

        await office.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(office.Mails, "EndingSoon to Alan");
    }

    [Fact]
    public async Task An_activation_shorter_than_the_notice_has_none()
    {
        await office.AskedAsync(office.Alan, office.Ask(office.Alan) with { Expiration = new Expiration.AfterDuration(TimeSpan.FromMinutes(10)) });
        await office.PassAsync(TimeSpan.FromMinutes(10));

        Assert.DoesNotContain("EndingSoon to Alan", office.Mails);
    }

    [Fact]
    public async Task Who_switched_the_rule_off_hears_nothing_and_an_address_named_alone_does()
    {
        var rule = new NotificationRule { HasDefaultRecipients = false, AdditionalRecipients = ["watch@regent.example"] };
        office.World.Set(office.Role, Scope.Tenant, new NotificationSettings { Eligibility = new EventNotifications { Assignee = rule, Administrators = rule } });
        await GiveAsync(TimeSpan.FromDays(5));
        await office.PassAsync(TimeSpan.FromDays(5));

        Assert.Equal(
            ["Assigned to watch@regent.example", "Expired to watch@regent.example", "Expiring to watch@regent.example"], office.Mails);
        Assert.Equal(3, office.World.Mailer.Sent.Count(sent => sent.Address == "watch@regent.example"));
        Assert.Contains("watch@regent.example: PIM: Barbara Liskov was made eligible for the Exchange Administrator role".Split('@')[0], office.Sent[0], StringComparison.Ordinal);
    }

    private async Task<ScheduleRequest> GiveAsync(TimeSpan length) => (await office.AssignAsync(
        office.Ada, office.Give(office.Barbara) with { Expiration = new Expiration.AfterDuration(length) })).Done();

    private async Task<int> AfterAsync(TimeSpan time)
    {
        await office.PassAsync(time);
        await office.WorkAsync();
        return office.Mails.Count(mail => mail == "Expiring to Barbara");
    }
}
