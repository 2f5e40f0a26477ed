using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Testing;

namespace Regent.Operations.Tests.Assignments;

public sealed class FindRelatedTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Schedules_that_are_not_over_are_found_and_told_apart()
    {
        var planned = office.World.Add(Make.Assignment(office.Alan.Id, office.Role, office.Now.AddDays(1)));
        var over = office.World.Add(Make.Assignment(office.Barbara.Id, office.Role, office.Now.AddDays(-2), office.Now));

        var related = await FindAsync([office.Eligibility.Id, planned.Id, over.Id, new ScheduleId(Make.NewId())], []);

        Assert.Equal(
            [(office.Eligibility.Id, false), (planned.Id, true)],
            related.Schedules.Values.Select(one => (one.Listing.Schedule.Id, one.IsPlanned)).OrderBy(one => one.IsPlanned));
        Assert.All(related.Schedules.Values, one => Assert.False(one.IsMadeByRequest));
    }

    [Fact]
    public async Task Scopes_lead_to_groups_and_to_the_scope_tree()
    {
        var group = office.World.AddGroup("Operators");
        var unit = office.World.Add(new ScopeNode(Make.Unit(Make.NewId()), "Berlin", Parent: null));

        var related = await FindAsync([], [Scope.OfGroup(group.Id), unit, Scope.Tenant, Make.Unit(Make.NewId())]);

        Assert.Equal(group, Assert.Single(related.Groups).Value);
        Assert.Equal("Berlin", Assert.Single(related.Nodes).Value.DisplayName);
        Assert.Empty(related.Schedules);
    }

    private Task<Related> FindAsync(ScheduleId[] schedules, Scope[] scopes) =>
        office.The<FindRelated>().ExecuteAsync(schedules, scopes, Office.Ct);
}
