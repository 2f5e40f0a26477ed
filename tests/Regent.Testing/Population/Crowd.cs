using Microsoft.EntityFrameworkCore;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Storage;
using Regent.Storage.Rows;

namespace Regent.Testing.Population;

/// <summary>Fills a database with many people and their schedules, straight into the tables.</summary>
public static class Crowd
{
    /// <summary>The password of those of the crowd who are given an account.</summary>
    public const string Password = "correct horse battery";

    private const int Chunk = 5_000;

    /// <summary>Adds people named <c>person 00001</c> and on, and hands them schedules in turn: eligible, active, over.</summary>
    /// <param name="factory">The database.</param>
    /// <param name="people">How many people.</param>
    /// <param name="schedules">How many schedules, spread evenly over the people and the built-in roles.</param>
    /// <param name="now">The moment they are about.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<Principal>> AddAsync(
        IDbContextFactory<RegentDb> factory, int people, int schedules, DateTimeOffset now, CancellationToken ct)
    {
        var crowd = Enumerable.Range(1, people).Select(number => Person(number, now)).ToList();
        await InsertAsync(factory, crowd.Select(PrincipalRow.Of), ct);
        await InsertAsync(factory, Enumerable.Range(0, schedules).Select(number => Schedule(crowd, number, now)), ct);
        return crowd;
    }

    /// <summary>Writes schedules as they are.</summary>
    public static Task HandOutAsync(IDbContextFactory<RegentDb> factory, IEnumerable<Schedule> schedules, CancellationToken ct) =>
        InsertAsync(factory, schedules.Select(schedule => ScheduleRow.Of(schedule, principalSort: "", roleSort: "")), ct);

    private static Principal Person(int number, DateTimeOffset now)
    {
        Assert.True(UserPrincipalName.TryParse($"person{number:00000}@crowd.example", out var name));
        return new Principal(PrincipalId.At(now), PrincipalKind.User, $"Person {number:00000}") { UserPrincipalName = name };
    }

    private static ScheduleRow Schedule(List<Principal> crowd, int number, DateTimeOffset now)
    {
        var round = number / crowd.Count;
        var person = crowd[number % crowd.Count];
        var role = DirectoryRoles.BuiltIn[(number + round) % DirectoryRoles.BuiltIn.Count];
        var (kind, period) = (round % 10) switch
        {
            < 6 => (ScheduleKind.Eligibility, new Period(now.AddDays(-30), number % 3 == 0 ? null : now.AddDays(1 + (number % 300)))),
            < 8 => (ScheduleKind.Assignment, new Period(now.AddDays(-20), now.AddHours(1 + (number % 500)))),
            _ => (ScheduleKind.Assignment, new Period(now.AddDays(-40), now.AddDays(-1 - (number % 30)))),
        };
        var schedule = new Schedule(
            ScheduleId.At(now), kind, AssignmentType.Assigned, person.Id, role.Id, Scope.Tenant, period, period.Start);
        return ScheduleRow.Of(schedule, Search.Fold(person.DisplayName), Search.Fold(role.DisplayName));
    }

    internal static async Task InsertAsync<TRow>(IDbContextFactory<RegentDb> factory, IEnumerable<TRow> rows, CancellationToken ct)
        where TRow : class
    {
        foreach (var chunk in rows.Chunk(Chunk))
        {
            await using var db = await factory.CreateDbContextAsync(ct);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(chunk);
            await db.SaveChangesAsync(ct);
        }
    }
}
