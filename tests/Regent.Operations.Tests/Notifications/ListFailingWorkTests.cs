using Regent.Core;
using Regent.Operations.Notifications;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Notifications;

public sealed class ListFailingWorkTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task What_fails_for_one_reason_is_one_thing_to_mend()
    {
        var first = office.Now;
        office.World.AddFailing(AgendaKind.SendMail, "The mail server does not answer.");
        office.World.Clock.Advance(TimeSpan.FromMinutes(10));
        office.World.AddFailing(AgendaKind.TellEnd, "The disk is full.");
        office.World.AddFailing(AgendaKind.SendMail, "The mail server does not answer.");

        var failing = (await office.The<ListFailingWork>().ExecuteAsync(office.As(office.Ada), Office.Ct)).Done();

        Assert.Equal(
            [
                new FailingWork(AgendaKind.SendMail, "The mail server does not answer.", 2, first, first.AddMinutes(1)),
                new FailingWork(AgendaKind.TellEnd, "The disk is full.", 1, office.Now, office.Now.AddMinutes(1)),
            ],
            failing);
    }

    [Fact]
    public async Task Only_readers_are_told()
    {
        office.World.AddFailing(AgendaKind.SendMail, "The mail server does not answer.");

        var outcome = await office.The<ListFailingWork>().ExecuteAsync(office.As(office.Alan), Office.Ct);

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, outcome.Code());
    }
}
