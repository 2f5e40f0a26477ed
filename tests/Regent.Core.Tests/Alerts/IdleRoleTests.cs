using Regent.Core.Alerts;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Core.Tests.Alerts;

public sealed class IdleRoleTests
{
    private static readonly DateTimeOffset Given = Make.Noon.AddDays(-90);

    [Theory]
    [InlineData(null, -60)]
    [InlineData(-120, -60)]
    [InlineData(-50, -20)]
    public void It_is_one_so_long_after_it_was_used_or_given(int? lastUsed, int since)
    {
        var held = Make.Eligibility(Make.User("Ada").Id, DirectoryRoles.UserAdministrator, Given);
        var idle = new IdleRole(held, lastUsed is { } day ? Make.Noon.AddDays(day) : null);

        var incident = Assert.IsType<AlertIncident.OfAssignment>(idle.Incident(TimeSpan.FromDays(30)));

        Assert.Equal(Make.Noon.AddDays(since), incident.Since);
        Assert.Equal((held, idle.LastUsed, held.Principal), (incident.Schedule, incident.LastUsed, incident.Assignee));
    }
}
