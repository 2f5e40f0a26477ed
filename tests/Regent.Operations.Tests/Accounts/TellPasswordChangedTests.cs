using Regent.Core.Requests;
using Regent.Operations.Accounts;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Accounts;

public sealed class TellPasswordChangedTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task The_owner_is_told_when_it_was_and_what_to_do()
    {
        await TellAsync();
        office.Skip(TimeSpan.FromHours(2));
        await office.WorkAsync();

        var text = Assert.Single(office.World.Mailer.Sent).Text;
        Assert.Equal("Regent: Your password was changed", text.Subject);
        Assert.Contains("Changed: Mon 2 Mar 2026 12:00 UTC\n", text.Text, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:5080/sign-in/forgotten\n", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_change_is_told()
    {
        await TellAsync();
        await TellAsync();
        await office.WorkAsync();

        Assert.Equal(2, office.World.Mailer.Sent.Count);
    }

    [Fact]
    public async Task Links_that_are_still_to_be_sent_never_are()
    {
        await office.The<AskForPassword>().ExecuteAsync(Make.Name("alan.turing@regent.example"), Office.Ct);
        await office.The<InvitePeople>().ExecuteAsync([office.Alan.Id, office.Barbara.Id], Office.Ct);

        await TellAsync();
        await office.WorkAsync();

        Assert.Equal(
            ["alan.turing: Regent: Your password was changed", "barbara.liskov: Regent: Choose your password"], office.Sent);
        Assert.Equal([office.Barbara.Id], office.World.PasswordLinks.Made);
    }

    [Fact]
    public async Task Where_there_is_no_server_it_is_kept()
    {
        office.World.Mailer.Delivery = MailDelivery.Kept;

        await TellAsync();
        await office.WorkAsync();

        Assert.Equal(NoticeKind.PasswordChanged, Assert.Single(office.World.Mails.Mails, mail => mail.Kept is not null).Kind);
    }

    private Task TellAsync() => office.The<TellPasswordChanged>().ExecuteAsync(office.Alan.Id, Office.Ct);
}
