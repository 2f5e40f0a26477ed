using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Assignments;

namespace Regent.Operations.Tests.Assignments;

public sealed class GetOverviewTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_has_nothing_sees_zeros()
    {
        var overview = await LookAsync(office.Barbara);

        Assert.Empty(overview.Active);
        Assert.Equal((0, 0, 0), (overview.EligibleCount, overview.ToDecideCount, overview.OpenRequestCount));
        Assert.False(overview.Authority.MayManage || overview.Authority.MayRead);
    }

    [Fact]
    public async Task A_role_counts_once_however_many_ways_lead_to_it()
    {
        var outer = office.World.AddGroup("Outer", office.World.AddGroup("Inner", office.Alan));
        office.World.MakeEligible(outer, office.Role);
        office.World.MakeEligible(outer, DirectoryRoles.SecurityReader);
        office.World.MakeEligible(office.Alan, DirectoryRoles.GlobalReader, office.Now);

        Assert.Equal(2, (await LookAsync(office.Alan)).EligibleCount);
    }

    [Fact]
    public async Task Activations_in_force_come_the_first_to_end_first()
    {
        office.World.MakeEligible(office.Alan, DirectoryRoles.SecurityReader);
        office.World.Assign(office.Alan, DirectoryRoles.GlobalReader);
        await office.AskedAsync(office.Alan);
        await office.AskedAsync(office.Alan, office.Ask(office.Alan) with
        {
            Role = DirectoryRoles.SecurityReader,
            Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(1)),
        });

        var overview = await LookAsync(office.Alan);

        Assert.Equal([DirectoryRoles.SecurityReader, office.Role], overview.Active.Select(listing => listing.Role.Id));
        Assert.True(overview.Authority.MayRead);
    }

    [Fact]
    public async Task Own_requests_count_while_they_wait_or_are_planned()
    {
        office.World.MakeEligible(office.Alan, DirectoryRoles.SecurityReader);
        office.DemandApproval();
        await office.AskedAsync(office.Alan);
        await office.AskedAsync(
            office.Alan, office.Ask(office.Alan) with { Role = DirectoryRoles.SecurityReader, Start = office.Now.AddDays(2) });

        Assert.Equal(2, (await LookAsync(office.Alan)).OpenRequestCount);
        await office.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(1, (await LookAsync(office.Alan)).OpenRequestCount);
        await office.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(0, (await LookAsync(office.Alan)).OpenRequestCount);
    }

    [Fact]
    public async Task Administrators_see_what_they_may_do()
    {
        var authority = (await LookAsync(office.Ada)).Authority;

        Assert.True(authority.MayManage && authority.MayRead);
    }

    [Fact]
    public async Task Who_is_disabled_may_do_nothing() =>
        Assert.False((await LookAsync(office.Disable(office.Ada))).Authority.MayRead);

    private Task<Overview> LookAsync(Principal who) => office.The<GetOverview>().ExecuteAsync(office.As(who), Office.Ct);
}
