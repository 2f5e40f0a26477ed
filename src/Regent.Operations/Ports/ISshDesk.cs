using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>
/// What SSH certificate authorities keep: the key each signs with, who may be issued which principals until when, and what was issued.
/// All of it stays when the target goes, for the record; a target's id is never used again.
/// </summary>
public interface ISshDesk
{
    /// <summary>The private key of a target's own authority, locked; null when it has none yet.</summary>
    Task<string?> FindKeyAsync(TargetId target, CancellationToken ct);

    /// <summary>Keeps a locked private key, in the running unit of work; the first one stays. Answers the one that counts.</summary>
    Task<string> KeepKeyAsync(TargetId target, string key, DateTimeOffset now, CancellationToken ct);

    /// <summary>Lets accounts be issued principals, in the running unit of work. Given again, the end moves; of two for one holding the last counts.</summary>
    Task PermitAsync(TargetId target, IReadOnlyCollection<TargetGrant> permits, CancellationToken ct);

    /// <summary>
    /// Takes permits away, in the running unit of work, and revokes what was issued on them and would be good after now, with all the other
    /// principals it names. What is not there is nothing to take.
    /// </summary>
    Task WithdrawAsync(TargetId target, IReadOnlyCollection<Holding> holdings, DateTimeOffset now, CancellationToken ct);

    /// <summary>All permits of these accounts, also those that have ended, in no order.</summary>
    Task<IReadOnlyList<TargetGrant>> PermitsOfAsync(TargetId target, IReadOnlyCollection<string> accounts, CancellationToken ct);

    /// <summary>All permits for these principals, also those that have ended, in no order.</summary>
    Task<IReadOnlyList<TargetGrant>> PermitsForAsync(TargetId target, IReadOnlyCollection<string> principals, CancellationToken ct);

    /// <summary>Keeps what is about to be handed out, in the running unit of work.</summary>
    Task AddAsync(SshCertificate certificate, CancellationToken ct);

    /// <summary>The serial numbers of what was revoked and would be good after this moment, in their order.</summary>
    Task<IReadOnlyList<long>> RevokedAsync(TargetId target, DateTimeOffset goodAfter, CancellationToken ct);

    /// <summary>A stretch of what was issued, the newest first.</summary>
    Task<Page<SshCertificate>> ListAsync(TargetId target, PageAsk page, CancellationToken ct);
}
