using Regent.Core.Audit;
using Regent.Operations.Accounts;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Accounts;

public sealed class AskForPasswordTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Somebody_known_is_sent_a_link_that_is_good_for_a_day()
    {
        await AskAsync("alan.turing");
        await office.WorkAsync();

        var sent = Assert.Single(office.World.Mailer.Sent);
        Assert.Equal(("alan.turing@regent.example", "Regent: Choose a new password"), (sent.Address, sent.Text.Subject));
        Assert.Equal(
            """
            Somebody, hopefully you, asked for a new password for your account.

            User name: alan.turing@regent.example
            Works until: Tue 3 Mar 2026 12:00 UTC, once
            If it was not you: Ignore this mail. Your password stays as it is.

            Choose a password: https://pim.regent.example/link/1

            """,
            sent.Text.Text, ignoreLineEndingDifferences: true);
        Assert.Contains("href=\"https://pim.regent.example/link/1\"", sent.Text.Html, StringComparison.Ordinal);
        Assert.Equal([office.Alan.Id], office.World.PasswordLinks.Made);
    }

    [Fact]
    public async Task Nobody_is_sent_anything_for_a_name_that_is_unknown_or_disabled_and_the_steps_are_the_same()
    {
        office.Disable(office.Alan);

        await AskAsync("alan.turing");
        await AskAsync("eve");

        Assert.Equal(2, office.Agenda.Count(item => item.Kind == AgendaKind.SendMail));
        await office.WorkAsync();
        Assert.Empty(office.World.Mailer.Sent);
        Assert.Empty(office.World.Mails.Mails);
        Assert.DoesNotContain(office.Agenda, item => item.Kind == AgendaKind.SendMail);
    }

    [Fact]
    public async Task Every_ask_is_on_record_without_the_name_that_was_typed()
    {
        await AskAsync("alan.turing");
        await AskAsync("eve");

        Assert.Equal(
            [
                (AuditActivities.PasswordLinkRequested, office.Alan.Id, AuditResult.Success, null),
                (AuditActivities.PasswordLinkRequested, null, AuditResult.Failure, "There is no such user."),
            ],
            office.World.Audit.Entries.Select(entry => (entry.Activity, entry.Subject, entry.Result, entry.Reason)));
    }

    [Fact]
    public async Task Within_an_hour_a_person_is_sent_three()
    {
        for (var i = 0; i < 5; i++)
        {
            await AskAsync("alan.turing");
            await AskAsync("grace.hopper");
        }

        await office.WorkAsync();
        Assert.Equal(3, office.World.Mailer.Sent.Count(message => message.Name == "Alan Turing"));
        Assert.Equal(3, office.World.Mailer.Sent.Count(message => message.Name == "Grace Hopper"));

        office.Skip(AskForPassword.Period);
        await AskAsync("alan.turing");
        await office.WorkAsync();
        Assert.Equal(3, office.World.Mailer.Sent.Count(message => message.Name == "Alan Turing"));

        office.Skip(TimeSpan.FromTicks(1));
        await AskAsync("alan.turing");
        await office.WorkAsync();
        Assert.Equal(4, office.World.Mailer.Sent.Count(message => message.Name == "Alan Turing"));
    }

    private Task AskAsync(string name) => office.The<AskForPassword>().ExecuteAsync(Make.Name($"{name}@regent.example"), Office.Ct);
}
