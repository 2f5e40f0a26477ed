using System.Globalization;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeSshDesk(FakeMemory memory) : ISshDesk
{
    public Task<string?> FindKeyAsync(TargetId target, CancellationToken ct) => Task.FromResult(memory.Now.SshKeys.GetValueOrDefault(target));

    public Task<string> KeepKeyAsync(TargetId target, string key, DateTimeOffset now, CancellationToken ct)
    {
        memory.Write(held => held.SshKeys.ContainsKey(target) ? held : held with { SshKeys = held.SshKeys.Add(target, key) });
        return Task.FromResult(memory.Now.SshKeys[target]);
    }

    public Task PermitAsync(TargetId target, IReadOnlyCollection<TargetGrant> permits, CancellationToken ct)
    {
        memory.Write(now => now with
        {
            SshPermits = now.SshPermits.SetItems(permits.Select(permit => KeyValuePair.Create((target, permit.Holding), permit.Until))),
        });
        return Task.CompletedTask;
    }

    public Task WithdrawAsync(TargetId target, IReadOnlyCollection<Holding> holdings, DateTimeOffset now, CancellationToken ct)
    {
        memory.Write(held => held with
        {
            SshPermits = held.SshPermits.RemoveRange(holdings.Select(holding => (target, holding))),
            SshCertificates =
            [
                .. held.SshCertificates.Select(one => one.Target == target && one.RevokedAt is null && one.ValidTo > now
                    && one.Principals.Any(principal => holdings.Contains(new Holding(one.Account, principal)))
                        ? one with { RevokedAt = now }
                        : one),
            ],
        });
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<TargetGrant>> PermitsOfAsync(TargetId target, IReadOnlyCollection<string> accounts, CancellationToken ct) =>
        Permits(target, holding => accounts.Contains(holding.Account));

    public Task<IReadOnlyList<TargetGrant>> PermitsForAsync(TargetId target, IReadOnlyCollection<string> principals, CancellationToken ct) =>
        Permits(target, holding => principals.Contains(holding.Entitlement));

    public Task AddAsync(SshCertificate certificate, CancellationToken ct)
    {
        memory.Write(now => now with { SshCertificates = now.SshCertificates.Add(certificate) });
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<long>> RevokedAsync(TargetId target, DateTimeOffset goodAfter, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<long>>(
            [.. Of(target).Where(one => one.RevokedAt is not null && one.ValidTo > goodAfter).Select(one => one.Serial).Order()]);

    public Task<Page<SshCertificate>> ListAsync(TargetId target, PageAsk page, CancellationToken ct) => Task.FromResult(
        Of(target).OrderByDescending(one => one.IssuedAt).ThenByDescending(one => one.Serial)
            .Cut(page, one => one.Serial.ToString(CultureInfo.InvariantCulture)));

    private IEnumerable<SshCertificate> Of(TargetId target) => memory.Now.SshCertificates.Where(one => one.Target == target);

    private Task<IReadOnlyList<TargetGrant>> Permits(TargetId target, Func<Holding, bool> which) => Task.FromResult<IReadOnlyList<TargetGrant>>(
    [
        .. memory.Now.SshPermits.Where(one => one.Key.Target == target && which(one.Key.Holding))
            .Select(one => new TargetGrant(one.Key.Holding, one.Value)),
    ]);
}
