using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations;
using Regent.Operations.Ports;

namespace Regent.Targets.Ssh;

/// <summary>
/// A certificate authority for SSH. Servers trust its key and ask it nothing; who may be issued what stands on Regent's own desk, and
/// ends there and in each certificate.
/// </summary>
internal sealed class SshTarget(Target target, SshTargetOptions options, ISshDesk desk, IUnitOfWork unit, AuthoritySource authorities, TimeProvider clock)
    : ITarget, IIssuesCredentials, IPublishesFiles
{
    // Long enough for a server whose clock is behind.
    private static readonly TimeSpan ListedAfterEnd = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<TargetFinding>> CheckAsync(CancellationToken ct) => await authorities.FindAsync(ct) switch
    {
        null => [new(IsGood: true, "The authority gets its key when the plan is looked at. Then servers can be told to trust it.")],
        Outcome<IAuthority>.Done(var authority) =>
        [
            new(IsGood: true, $"The authority signs with its key {authority.Key.Fingerprint} ({authority.Key.Type}). Servers have to trust it."),
        ],
        Outcome<IAuthority>.Refused(var reasons) => [.. reasons.Select(reason => new TargetFinding(IsGood: false, reason.Message))],
        _ => throw new UnreachableException(),
    };

    public async Task<IReadOnlyList<TargetAnswer>> GrantAsync(IReadOnlyList<TargetGrant> grants, CancellationToken ct)
    {
        var fit = grants.Where(grant => PrincipalName.Problem(grant.Holding) is null).ToList();
        await WriteAsync(fit.Count, token => desk.PermitAsync(target.Id, fit, token), ct);
        return [.. grants.Select(grant => PrincipalName.Problem(grant.Holding) is { } problem ? TargetAnswer.Refused(problem) : TargetAnswer.Done)];
    }

    public async Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var fit = Fit(holdings);
        await WriteAsync(fit.Count, token => desk.WithdrawAsync(target.Id, fit, clock.GetUtcNow(), token), ct);
        return [.. holdings.Select(_ => TargetAnswer.Done)];
    }

    public async Task<IReadOnlyList<Observation>> ObserveAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var permits = await desk.PermitsOfAsync(target.Id, [.. Fit(holdings).Select(holding => holding.Account)], ct);
        var held = InForce(permits).ToHashSet();
        return [.. holdings.Select(holding => held.Contains(holding) ? Observation.Held : Observation.Absent)];
    }

    public async Task<TargetList> ListAsync(IReadOnlyCollection<string> entitlements, CancellationToken ct)
    {
        // Looked at before the target goes live: from then on servers can be told what to trust.
        await authorities.PrepareAsync(ct);
        var permits = await desk.PermitsForAsync(target.Id, [.. entitlements.Where(PrincipalName.IsFit)], ct);
        return new TargetList([.. InForce(permits)], Unknown: [], Trouble: null);
    }

    public Task<Outcome<Credential>> IssueAsync(CredentialAsk ask, CancellationToken ct) => UserKey.Read(ask.PublicKey).ThenAsync(async key =>
    {
        var planned = CertificatePlan.Of(ask, await PermitsOfAsync(ask.Account, ct), options.Longest);
        return await planned.ThenAsync(async plan =>
            await (await authorities.ReadyAsync(ct)).ThenAsync(authority => SignAsync(ask, key, plan, authority, ct)));
    });

    public async Task<Outcome<PublishedFile>> PublishAsync(string name, CancellationToken ct) => name switch
    {
        "krl" => await RevocationsAsync(ct),
        "ca.pub" => await PublicKeyAsync(ct),
        _ => new Refusal(RefusalCode.TargetNotFound, "An SSH authority publishes ca.pub, its public key, and krl, the list of revoked certificates."),
    };

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The name ends up in log files, and stays on its line there. Signed first: an agent may take its time, and nobody else waits for it. What is not on record is not handed out.
    private async Task<Outcome<Credential>> SignAsync(
        CredentialAsk ask, PublicKey key, CertificatePlan plan, IAuthority authority, CancellationToken ct)
    {
        var serial = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue;
        var keyId = PrincipalName.OnOneLine(ask.KeyId);
        var body = CertificateBody.Write(key, serial, keyId, plan, options, authority.Key);
        var certificate = new SshCertificate(
            target.Id, serial, ask.Account, keyId, plan.Principals, key.Fingerprint, plan.ValidFrom, plan.ValidTo, ask.Now);
        return await (await authority.SignAsync(body, ct)).ThenAsync(async signature => await RecordAsync(certificate, plan, ct)
            ? new Credential("Certificate", CertificateBody.Line(key, body, signature, keyId), plan.ValidTo)
            {
                Serial = serial.ToString(CultureInfo.InvariantCulture),
            }
            : (Outcome<Credential>)new Refusal(RefusalCode.CredentialNotAvailable, "What you hold here was changed this moment. Ask again."));
    }

    // In one step with the look whether it is still permitted, so that whoever takes the permit away after it finds the certificate.
    private Task<bool> RecordAsync(SshCertificate certificate, CertificatePlan plan, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var isCovered = plan.IsCoveredBy(certificate.Account, await PermitsOfAsync(certificate.Account, token));
            await (isCovered ? desk.AddAsync(certificate, token) : Task.CompletedTask);
            return isCovered;
        },
        ct);

    private Task<IReadOnlyList<TargetGrant>> PermitsOfAsync(string account, CancellationToken ct) =>
        desk.PermitsOfAsync(target.Id, PrincipalName.IsPlain(account) ? [account] : [], ct);

    private async Task<Outcome<PublishedFile>> RevocationsAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var serials = await desk.RevokedAsync(target.Id, now - ListedAfterEnd, ct);
        return new PublishedFile("application/octet-stream", RevocationList.Write(serials, now, target.Name));
    }

    private async Task<Outcome<PublishedFile>> PublicKeyAsync(CancellationToken ct) => await authorities.FindAsync(ct) switch
    {
        Outcome<IAuthority>.Done(var authority) =>
            new PublishedFile("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(authority.Key.Line($"regent {target.Id}") + "\n")),
        Outcome<IAuthority>.Refused(var reasons) => new Outcome<PublishedFile>.Refused(reasons),
        _ => new Refusal(RefusalCode.CredentialNotAvailable, "The authority has no key yet; it gets one when its plan is looked at."),
    };

    private IEnumerable<Holding> InForce(IReadOnlyList<TargetGrant> permits)
    {
        var now = clock.GetUtcNow();
        return permits.Where(permit => permit.Until is not { } end || end > now).Select(permit => permit.Holding);
    }

    private Task WriteAsync(int count, Func<CancellationToken, Task> write, CancellationToken ct) => count == 0
        ? Task.CompletedTask
        : unit.RunAsync(
            async token =>
            {
                await write(token);
                return true;
            },
            ct);

    // What cannot be here is not asked for: a database may not even take the name.
    private static List<Holding> Fit(IReadOnlyList<Holding> holdings) => [.. holdings.Where(holding => PrincipalName.Problem(holding) is null)];
}
