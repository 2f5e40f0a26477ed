using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Ssh;

/// <summary>Finds who signs for a target: the agent's key, the key that was set, or one of Regent's own making.</summary>
internal sealed class AuthoritySource(TargetId target, SshTargetOptions options, ISshDesk desk, IUnitOfWork unit, ISecretBox secrets, TimeProvider clock)
{
    /// <summary>The authority; a key is made where there is none yet.</summary>
    public async Task<Outcome<IAuthority>> ReadyAsync(CancellationToken ct) => await FindAsync(ct) ?? Open(await MakeAsync(ct));

    /// <summary>Makes a key where one of Regent's own is wanted and there is none yet.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        if (options.Agent is null && options.Key is null && await desk.FindKeyAsync(target, ct) is null)
        {
            await MakeAsync(ct);
        }
    }

    /// <summary>The authority as it is; null where its key is still to be made.</summary>
    public async Task<Outcome<IAuthority>?> FindAsync(CancellationToken ct)
    {
        if (options.Agent is { } path)
        {
            return await AgentKey.FindAsync(new Agent(path, options.Timeout), options.AgentKey, ct);
        }

        if (options.Key is { } key)
        {
            return key;
        }

        return await desk.FindKeyAsync(target, ct) is { } locked ? Open(locked) : null;
    }

    private Task<string> MakeAsync(CancellationToken ct)
    {
        var made = secrets.Lock(OwnKey.Make());
        return unit.RunAsync(token => desk.KeepKeyAsync(target, made, clock.GetUtcNow(), token), ct);
    }

    private Outcome<IAuthority> Open(string locked) => secrets.Open(locked) is { } pem && OwnKey.Read(pem) is { } key
        ? key
        : Agent.Unavailable("The key ring cannot open the authority's key. Bring back the key ring it was made with.");
}
