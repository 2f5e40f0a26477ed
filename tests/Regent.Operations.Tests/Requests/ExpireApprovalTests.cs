using Regent.Core.Requests;
using Regent.Operations.Requests;

namespace Regent.Operations.Tests.Requests;

public sealed class ExpireApprovalTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_request_nobody_answered_ends_after_24_hours_and_is_told()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);

        await office.PassAsync(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.Equal(RequestStatus.PendingApproval, (await office.NowAsync(request)).Status);

        await office.PassAsync(TimeSpan.FromTicks(1));
        Assert.Equal(RequestStatus.TimedOut, (await office.NowAsync(request)).Status);
        Assert.Equal("Regent: PIM activation request expired", office.Record[^1]);
        Assert.Equal(["ApprovalNeeded to Ada", "ApprovalNeeded to Grace", "RequestExpired to Alan"], office.Mails);
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task Run_twice_it_tells_once_and_run_early_not_at_all()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        await office.The<ExpireApproval>().ExecuteAsync(request.Id, Office.Ct);
        Assert.Equal(2, office.Record.Count);

        await office.PassAsync(TimeSpan.FromDays(1));
        await office.The<ExpireApproval>().ExecuteAsync(request.Id, Office.Ct);
        await office.The<ExpireApproval>().ExecuteAsync(default, Office.Ct);

        Assert.Equal(3, office.Record.Count);
        Assert.Single(office.Mails, "RequestExpired to Alan");
    }

    [Fact]
    public async Task What_was_answered_does_not_expire()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        await office.DecideAsync(office.Grace, request);

        await office.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(RequestStatus.Provisioned, (await office.NowAsync(request)).Status);
        Assert.DoesNotContain("RequestExpired to Alan", office.Mails);
    }

    [Fact]
    public async Task After_it_expired_one_can_ask_again()
    {
        office.DemandApproval();
        await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(RequestStatus.PendingApproval, (await office.AskedAsync(office.Alan)).Status);
        Assert.Equal(2, office.Mails.Count(mail => mail == "ApprovalNeeded to Grace"));
    }
}
