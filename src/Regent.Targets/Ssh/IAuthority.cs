using Regent.Core;

namespace Regent.Targets.Ssh;

/// <summary>Who signs certificates: a key that is here, or one that an agent holds.</summary>
internal interface IAuthority
{
    /// <summary>What servers trust.</summary>
    PublicKey Key { get; }

    /// <summary>The signature as it stands in a certificate; refuses where none can be had now.</summary>
    Task<Outcome<byte[]>> SignAsync(byte[] data, CancellationToken ct);
}
