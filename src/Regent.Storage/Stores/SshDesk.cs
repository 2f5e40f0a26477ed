using Microsoft.EntityFrameworkCore;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>What SSH certificate authorities keep.</summary>
internal sealed class SshDesk(Session session) : ISshDesk
{
    private static readonly Keyset<SshCertificateRow, DateTimeOffset, long> Newest = new(row => row.IssuedAt, row => row.Serial, descending: true);

    public Task<string?> FindKeyAsync(TargetId target, CancellationToken ct) => session.ReadAsync(
        async db => (await db.Set<SshKeyRow>().AsNoTracking().FirstOrDefaultAsync(row => row.TargetId == target.Value, ct))?.Locked, ct);

    public async Task<string> KeepKeyAsync(TargetId target, string key, DateTimeOffset now, CancellationToken ct)
    {
        if (await FindKeyAsync(target, ct) is { } kept)
        {
            return kept;
        }

        session.Add(new SshKeyRow { TargetId = target.Value, CreatedAt = now, Locked = key });
        return key;
    }

    public Task PermitAsync(TargetId target, IReadOnlyCollection<TargetGrant> permits, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var known = await KnownAsync(db, target, permits.Select(permit => permit.Holding), ct);
            foreach (var (holding, until) in permits)
            {
                if (!known.TryGetValue(holding, out var row))
                {
                    row = new SshPermitRow { TargetId = target.Value, Account = holding.Account, Principal = holding.Entitlement };
                    known.Add(holding, row);
                    db.Add(row);
                }

                row.Until = until;
            }

            return true;
        },
        ct);

    public Task WithdrawAsync(TargetId target, IReadOnlyCollection<Holding> holdings, DateTimeOffset now, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var known = await KnownAsync(db, target, holdings, ct);
            db.RemoveRange(holdings.Distinct().Where(known.ContainsKey).Select(holding => known[holding]));
            var gone = holdings.ToHashSet();
            foreach (var row in await GoodAsync(db, target, holdings, now, ct))
            {
                if (row.PrincipalList().Any(principal => gone.Contains(new Holding(row.Account, principal))))
                {
                    row.RevokedAt = now;
                }
            }

            return true;
        },
        ct);

    public Task<IReadOnlyList<TargetGrant>> PermitsOfAsync(TargetId target, IReadOnlyCollection<string> accounts, CancellationToken ct)
    {
        var names = accounts.Distinct().ToList();
        return ReadAsync(target, rows => rows.Where(row => names.Contains(row.Account)), ct);
    }

    public Task<IReadOnlyList<TargetGrant>> PermitsForAsync(TargetId target, IReadOnlyCollection<string> principals, CancellationToken ct)
    {
        var names = principals.Distinct().ToList();
        return ReadAsync(target, rows => rows.Where(row => names.Contains(row.Principal)), ct);
    }

    public Task AddAsync(SshCertificate certificate, CancellationToken ct)
    {
        session.Add(SshCertificateRow.Of(certificate));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<long>> RevokedAsync(TargetId target, DateTimeOffset goodAfter, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<long>>(
            async db => await Certificates(db, target).Where(row => row.RevokedAt != null && row.ValidTo > goodAfter)
                .OrderBy(row => row.Serial).Select(row => row.Serial).ToListAsync(ct),
            ct);

    public Task<Page<SshCertificate>> ListAsync(TargetId target, PageAsk page, CancellationToken ct) =>
        session.ReadAsync(db => Newest.PageAsync(Certificates(db, target), page, row => row.ToPort(), ct), ct);

    private Task<IReadOnlyList<TargetGrant>> ReadAsync(
        TargetId target, Func<IQueryable<SshPermitRow>, IQueryable<SshPermitRow>> which, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<TargetGrant>>(
            async db =>
            [
                .. (await which(db.Set<SshPermitRow>().AsNoTracking().Where(row => row.TargetId == target.Value)).ToListAsync(ct))
                    .Select(row => row.ToPort()),
            ],
            ct);

    private static async Task<Dictionary<Holding, SshPermitRow>> KnownAsync(
        RegentDb db, TargetId target, IEnumerable<Holding> holdings, CancellationToken ct)
    {
        var accounts = holdings.Select(holding => holding.Account).Distinct().ToList();
        return await db.Set<SshPermitRow>().AsTracking().Where(row => row.TargetId == target.Value && accounts.Contains(row.Account))
            .ToDictionaryAsync(row => row.Holding, ct);
    }

    private static Task<List<SshCertificateRow>> GoodAsync(
        RegentDb db, TargetId target, IEnumerable<Holding> holdings, DateTimeOffset now, CancellationToken ct)
    {
        var accounts = holdings.Select(holding => holding.Account).Distinct().ToList();
        return db.Set<SshCertificateRow>().AsTracking()
            .Where(row => row.TargetId == target.Value && row.RevokedAt == null && row.ValidTo > now && accounts.Contains(row.Account))
            .ToListAsync(ct);
    }

    private static IQueryable<SshCertificateRow> Certificates(RegentDb db, TargetId target) =>
        db.Set<SshCertificateRow>().AsNoTracking().Where(row => row.TargetId == target.Value);
}
