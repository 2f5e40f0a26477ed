using Microsoft.EntityFrameworkCore;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Storage;
using Regent.Storage.Rows;

namespace Regent.Testing.Population;

/// <summary>Fills a database with many groups and resource groups in which people of a crowd are eligible, straight into the tables.</summary>
public static class CrowdedPlaces
{
    /// <summary>Adds groups named <c>Group 00001</c> and on, half of them under PIM, and as many resource groups below a subscription.</summary>
    /// <param name="factory">The database.</param>
    /// <param name="crowd">Who is eligible there, in turn.</param>
    /// <param name="subscription">What the resource groups lie in.</param>
    /// <param name="places">How many groups and how many resource groups.</param>
    /// <param name="now">The moment they are about.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task AddAsync(
        IDbContextFactory<RegentDb> factory, IReadOnlyList<Principal> crowd, Scope subscription, int places, DateTimeOffset now,
        CancellationToken ct)
    {
        var groups = Enumerable.Range(1, places).Select(number => new Principal(PrincipalId.At(now), PrincipalKind.Group, $"Group {number:00000}")).ToList();
        var scopes = Enumerable.Range(1, places).Select(number => Node(subscription, number)).ToList();
        await Crowd.InsertAsync(factory, groups.Select(PrincipalRow.Of), ct);
        await Crowd.InsertAsync(factory, scopes.Select(ScopeRow.Of), ct);
        await Crowd.InsertAsync(
            factory,
            groups.Index().Where(one => one.Index % 2 == 0)
                .Select(one => Eligible(crowd[one.Index % crowd.Count], GroupRoles.BuiltIn[0], Scope.OfGroup(one.Item.Id), now)), ct);
        await Crowd.InsertAsync(
            factory,
            scopes.Index().Select(one => Eligible(crowd[one.Index % crowd.Count], ResourceRoles.BuiltIn[one.Index % 20], one.Item.Scope, now)), ct);
    }

    private static ScopeNode Node(Scope subscription, int number)
    {
        Assert.True(Scope.TryParse($"{subscription}/resourceGroups/crowd-{number:00000}", out var scope));
        return new ScopeNode(scope, $"crowd-{number:00000}", subscription);
    }

    private static ScheduleRow Eligible(Principal person, RoleDefinition role, Scope scope, DateTimeOffset now) => ScheduleRow.Of(
        new Schedule(
            ScheduleId.At(now), ScheduleKind.Eligibility, AssignmentType.Assigned, person.Id, role.Id, scope, new Period(now.AddDays(-1), null),
            now.AddDays(-1)),
        Search.Fold(person.DisplayName), Search.Fold(role.DisplayName));
}
