using Regent.Core.Alerts;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Core.Tests.Alerts;

public sealed class GlobalAdministratorsTests
{
    private readonly AlertConfiguration configuration =
        AlertConfiguration.Default(AlertKind.TooManyGlobalAdminsAssignedToTenant)
            .With(AlertThreshold.Administrators, 3).With(AlertThreshold.Share, 10);

    [Theory]
    [InlineData(3, 3, 30, true)]
    [InlineData(3, 2, 30, false)]
    [InlineData(3, 3, 31, false)]
    [InlineData(1, 3, 10, true)]
    [InlineData(4, 9, 9, true)]
    public void They_are_too_many_when_both_their_number_and_their_share_are_reached(int held, int people, int given, bool tooMany)
    {
        var found = new GlobalAdministrators(Held(held), people, given).TooMany(configuration);

        Assert.Equal(tooMany ? held : 0, found.Count);
    }

    [Fact]
    public void Each_is_one_since_it_was_given()
    {
        var held = Held(3);

        var found = new GlobalAdministrators(held, People: 3, Given: 3).TooMany(configuration);

        Assert.Equal(held.Select(one => (one.Id.Value, one.Period.Start)), found.Select(one => (one.Id, one.Since)));
    }

    private static List<Schedule> Held(int count) =>
    [
        .. Enumerable.Range(0, count).Select(day => Make.Assignment(
            Make.User("Ada").Id, DirectoryRoles.GlobalAdministrator, Make.Noon.AddDays(-day))),
    ];
}
