using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class DeactivateRoleTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task After_five_minutes_and_not_before_the_holder_ends_it()
    {
        await office.AskedAsync(office.Alan);
        await office.PassAsync(new TimeSpan(0, 4, 59));
        Assert.Equal(RefusalCode.ActiveDurationTooShort, (await office.DeactivateAsync(office.Alan)).Code());

        await office.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(RequestStatus.Revoked, (await office.DeactivateAsync(office.Alan)).Done().Status);
        Assert.False(await office.HoldsAsync(office.Alan));
    }

    [Fact]
    public async Task It_is_told_once_and_belongs_to_the_story_of_the_activation()
    {
        var request = await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromMinutes(30));

        await office.DeactivateAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(
            [
                "Alan: Add member to role requested (PIM activation)",
                "Regent: Add member to role completed (PIM activation)",
                "Alan: Remove member from role requested (PIM deactivate)",
                "Alan: Remove member from role completed (PIM deactivate)",
            ],
            office.Record);
        Assert.All(office.World.Audit.Entries, entry => Assert.Equal(request.Id.Value, entry.CorrelationId));
        Assert.Single(office.Mails, "Ended to Alan");
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task There_is_nothing_to_end_where_nothing_was_activated()
    {
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await office.DeactivateAsync(office.Alan)).Code());

        office.World.Assign(office.Barbara, office.Role);
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await office.DeactivateAsync(office.Barbara)).Code());

        await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await office.DeactivateAsync(office.Ada)).Code());

        await office.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await office.DeactivateAsync(office.Alan)).Code());
    }

    [Fact]
    public async Task What_is_planned_is_withdrawn_and_not_ended()
    {
        await office.AskedAsync(office.Alan, office.Ask(office.Alan) with { Start = office.Now.AddDays(1) });
        await office.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await office.DeactivateAsync(office.Alan)).Code());
    }

    [Fact]
    public async Task Ending_twice_finds_nothing_the_second_time()
    {
        await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromMinutes(5));

        (await office.DeactivateAsync(office.Alan)).Done();

        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await office.DeactivateAsync(office.Alan)).Code());
        Assert.Equal(1, await EndedAsync());
    }

    private async Task<int> EndedAsync() => (await office.World.Requests.ListAsync(
        new RequestQuery { Kind = ScheduleKind.Assignment, Actions = [RequestAction.SelfDeactivate] }, new PageAsk(), Office.Ct))
        .Items.Count;
}
