using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Operations.Requests;

namespace Regent.Operations.Tests.Requests;

public sealed class TellEndTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task An_end_is_recorded_at_its_moment_however_late_the_worker_comes()
    {
        await office.AskedAsync(office.Alan);
        var end = office.Now.AddHours(2);

        office.Skip(TimeSpan.FromHours(7));
        await office.WorkAsync();

        Assert.Equal((end, AuditActivities.ActivationExpired), (office.World.Audit.Entries[^1].At, office.World.Audit.Entries[^1].Activity));
    }

    [Fact]
    public async Task Run_twice_it_records_and_mails_once()
    {
        var request = await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromHours(2));

        await office.The<TellEnd>().ExecuteAsync(request.Schedule!.Value, Office.Ct);
        await office.The<TellEnd>().ExecuteAsync(request.Schedule!.Value, Office.Ct);

        Assert.Equal(3, office.Record.Count);
        Assert.Single(office.Mails, "Ended to Alan");
    }

    [Fact]
    public async Task Run_early_or_for_nothing_it_does_nothing()
    {
        var request = await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromHours(2) - TimeSpan.FromTicks(1));

        await office.The<TellEnd>().ExecuteAsync(request.Schedule!.Value, Office.Ct);
        await office.The<TellEnd>().ExecuteAsync(default, Office.Ct);

        Assert.Equal(2, office.Record.Count);
    }

    [Fact]
    public async Task The_second_time_somebody_activates_has_an_end_of_its_own()
    {
        await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromHours(2));
        await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(2, office.Record.Count(line => line.Contains("expired", StringComparison.Ordinal)));
        Assert.Equal(2, office.Mails.Count(mail => mail == "Ended to Alan"));
    }

    [Theory]
    [InlineData(ScheduleKind.Eligibility, "Regent: Remove eligible member from role in PIM completed (timebound)")]
    [InlineData(ScheduleKind.Assignment, "Regent: Remove member from role in PIM completed (timebound)")]
    public async Task What_an_administrator_gave_for_a_time_is_recorded_as_over(ScheduleKind kind, string line)
    {
        await office.AssignAsync(
            office.Ada, office.Give(office.Barbara, kind) with { Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(1)) });

        await office.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(3, office.Record.Count);
        Assert.Equal(line, office.Record[^1]);
        Assert.Equal(
            ["Assigned to Barbara", "AssignmentAlert to Ada", "AssignmentAlert to Grace", "Expired to Barbara", "ExpiredAlert to Ada", "ExpiredAlert to Grace"],
            office.Mails);
        Assert.Empty(office.Agenda);
    }
}
