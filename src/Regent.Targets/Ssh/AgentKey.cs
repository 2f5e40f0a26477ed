using Regent.Core;
using Regent.Operations;

namespace Regent.Targets.Ssh;

/// <summary>An authority whose private key an agent holds.</summary>
internal sealed class AgentKey(Agent agent, PublicKey key) : IAuthority
{
    public PublicKey Key => key;

    /// <summary>The key in the agent that the settings mean; refuses where there is none, or more than one could be meant.</summary>
    public static async Task<Outcome<IAuthority>> FindAsync(Agent agent, string? fingerprint, CancellationToken ct)
    {
        return (await agent.ListAsync(ct)).Then(keys => Choose(agent, keys, fingerprint));
    }

    public Task<Outcome<byte[]>> SignAsync(byte[] data, CancellationToken ct) => agent.SignAsync(key, data, ct);

    private static Outcome<IAuthority> Choose(Agent agent, IReadOnlyList<PublicKey> keys, string? fingerprint) =>
        keys.Where(key => fingerprint is null || key.Fingerprint == fingerprint).ToList() switch
        {
            [var one] => new AgentKey(agent, one),
            [] when fingerprint is null => Agent.Unavailable("The SSH agent holds no key. Add the authority's key with ssh-add."),
            [] => Agent.Unavailable($"The SSH agent does not hold the key {fingerprint}. It holds: {Names(keys)}."),
            _ => Agent.Unavailable($"The SSH agent holds several keys. Say which one signs in the setting agentKey: {Names(keys)}."),
        };

    private static string Names(IReadOnlyList<PublicKey> keys) =>
        keys.Count == 0 ? "none" : string.Join(", ", keys.Select(key => $"{key.Fingerprint} ({key.Type})"));
}
