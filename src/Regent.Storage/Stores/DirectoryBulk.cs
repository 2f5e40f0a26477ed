using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Regent.Core.Principals;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Reads and writes many principals at once, in statements a database takes whole.</summary>
internal static class DirectoryBulk
{
    private const int Stretch = 500;

    public static async Task<IReadOnlyList<PrincipalRow>> UsersAsync(
        RegentDb db, IEnumerable<UserPrincipalName> names, CancellationToken ct)
    {
        var found = new List<PrincipalRow>();
        foreach (var some in names.Select(name => Search.Fold(name.Value)).Distinct().Chunk(Stretch))
        {
            found.AddRange(await db.Set<PrincipalRow>().AsNoTracking().Where(row => some.Contains(row.FoldedName)).ToListAsync(ct));
        }

        return found;
    }

    public static async Task<IReadOnlyList<PrincipalRow>> PrincipalsAsync(RegentDb db, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var found = new List<PrincipalRow>();
        foreach (var some in ids.Distinct().Chunk(Stretch))
        {
            found.AddRange(await db.Set<PrincipalRow>().AsNoTracking().Where(row => some.Contains(row.Id)).ToListAsync(ct));
        }

        return found;
    }

    public static async Task<IReadOnlyList<Membership>> MembershipsAsync(RegentDb db, IEnumerable<Guid> members, CancellationToken ct)
    {
        var found = new List<MembershipRow>();
        foreach (var some in members.Distinct().Chunk(Stretch))
        {
            found.AddRange(await db.Set<MembershipRow>().AsNoTracking().Where(row => some.Contains(row.MemberId) && row.ScheduleId == Guid.Empty)
                .ToListAsync(ct));
        }

        return [.. found.Select(row => new Membership(new PrincipalId(row.GroupId), new PrincipalId(row.MemberId)))];
    }

    public static async Task SaveAsync(RegentDb db, IReadOnlyCollection<Principal> principals, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var known = (await PrincipalsAsync(db, principals.Select(principal => principal.Id.Value), ct)).ToDictionary(row => row.Id);
        foreach (var principal in principals)
        {
            if (known.TryGetValue(principal.Id.Value, out var before))
            {
                await ReplaceAsync(db, before, PrincipalRow.Of(principal), ct);
            }
            else
            {
                db.Add(PrincipalRow.Of(principal));
            }
        }

        await FinishAsync(db, ct);
    }

    public static async Task ChangeAsync(
        RegentDb db, IEnumerable<Membership> added, IEnumerable<Membership> removed, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        db.RemoveRange(removed.Select(Row));
        db.AddRange(added.Select(Row));
        await FinishAsync(db, ct);
    }

    private static MembershipRow Row(Membership membership) =>
        new() { GroupId = membership.Group.Value, MemberId = membership.Member.Value };

    /// <summary>Names are kept a second time where lists are ordered by them and where people sign in with them.</summary>
    private static async Task ReplaceAsync(RegentDb db, PrincipalRow before, PrincipalRow after, CancellationToken ct)
    {
        db.Update(after);
        if (before.SortName != after.SortName)
        {
            await db.Set<ScheduleRow>().Where(schedule => schedule.PrincipalId == after.Id)
                .ExecuteUpdateAsync(update => update.SetProperty(schedule => schedule.PrincipalSort, after.SortName), ct);
        }

        if (before.UserPrincipalName != after.UserPrincipalName)
        {
            var folded = after.UserPrincipalName?.Normalize().ToUpperInvariant();
            var stamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            await db.Users.Where(account => account.Id == after.Id).ExecuteUpdateAsync(
                update => update.SetProperty(account => account.UserName, after.UserPrincipalName)
                    .SetProperty(account => account.NormalizedUserName, folded).SetProperty(account => account.ConcurrencyStamp, stamp),
                ct);
        }
    }

    /// <summary>Writes, and lets go of the rows: each later step would look through all of them for changes.</summary>
    private static async Task FinishAsync(RegentDb db, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
