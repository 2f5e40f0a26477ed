using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Recording;

namespace Regent.Operations.Tests.Recording;

public sealed class EligibilityLossTests : IDisposable
{
    private readonly Office office = new();
    private readonly Principal inner;
    private readonly Principal outer;

    public EligibilityLossTests()
    {
        inner = office.World.AddGroup("Inner", office.Barbara);
        outer = office.World.AddGroup("Outer", inner);
        office.World.MakeEligible(outer, office.Role);
    }

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_left_the_group_loses_what_was_activated_through_it()
    {
        var request = await office.AskedAsync(office.Barbara);
        await office.LeaveAsync(inner, office.Barbara);

        await LoseAsync(office.Barbara);

        Assert.False(await office.HoldsAsync(office.Barbara));
        Assert.Equal("Ada: Remove member from role in PIM completed (timebound)", office.Record[^1]);
        Assert.Equal("No longer a member of the group that is eligible.", office.World.Audit.Entries[^1].Reason);
        Assert.Equal(request.Id.Value, office.World.Audit.Entries[^1].CorrelationId);
        Assert.Single(office.Mails, "Ended to Barbara");
    }

    [Fact]
    public async Task The_group_that_left_the_eligible_group_takes_its_members_along()
    {
        await office.AskedAsync(office.Barbara);
        await office.LeaveAsync(outer, inner);

        await LoseAsync(office.Barbara);

        Assert.False(await office.HoldsAsync(office.Barbara));
    }

    [Fact]
    public async Task Who_is_still_a_member_some_other_way_keeps_it()
    {
        await office.AskedAsync(office.Barbara);
        await office.JoinAsync(outer, office.Barbara);
        await office.LeaveAsync(inner, office.Barbara);

        await LoseAsync(office.Barbara);

        Assert.True(await office.HoldsAsync(office.Barbara));
        Assert.Equal(2, office.Record.Count);
    }

    [Fact]
    public async Task What_was_planned_fails()
    {
        var request = await office.AskedAsync(office.Barbara, office.Ask(office.Barbara) with { Start = office.Now.AddDays(1) });
        await office.LeaveAsync(inner, office.Barbara);

        await LoseAsync(office.Barbara);
        await office.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(RequestStatus.Failed, (await office.NowAsync(request)).Status);
        Assert.Equal(["Failed to Barbara"], office.Mails);
    }

    [Fact]
    public async Task Who_is_disabled_loses_every_activation_and_keeps_what_was_assigned()
    {
        office.World.Assign(office.Alan, DirectoryRoles.GlobalReader);
        await office.AskedAsync(office.Alan);
        office.Disable(office.Alan);

        await LoseAsync(office.Alan);

        Assert.False(await office.HoldsAsync(office.Alan));
        Assert.True(await office.HoldsAsync(office.Alan, DirectoryRoles.GlobalReader));
        Assert.Equal("The account was disabled.", office.World.Audit.Entries[^1].Reason);
    }

    [Fact]
    public async Task What_is_activated_from_an_own_eligibility_is_not_lost_with_a_group()
    {
        await office.AskedAsync(office.Alan);

        await LoseAsync(office.Alan);

        Assert.True(await office.HoldsAsync(office.Alan));
    }

    private Task<Principal> LoseAsync(Principal who) => office.World.Unit.RunAsync(
        async ct =>
        {
            await office.The<EligibilityLoss>().EndLostActivationsOfAsync(who.Id, office.Ada.Id, office.Now, ct);
            return who;
        },
        Office.Ct);
}
