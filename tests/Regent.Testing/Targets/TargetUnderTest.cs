using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Targets;

/// <summary>A real system, started for a test, with the target that talks to it and a second way to look at it.</summary>
public abstract class TargetUnderTest : IAsyncDisposable
{
    /// <summary>The target, talking through <see cref="Proxy"/> where there is one.</summary>
    public abstract ITarget Target { get; }

    /// <summary>Three accounts at least that the system knows.</summary>
    public abstract IReadOnlyList<string> Accounts { get; }

    /// <summary>Two entitlements at least that the system knows, which nobody has at first.</summary>
    public abstract IReadOnlyList<string> Entitlements { get; }

    /// <summary>The network in between; null where there is none.</summary>
    public virtual CuttableProxy? Proxy => null;

    /// <summary>Whether the system has a list of accounts, so that one can be unknown to it.</summary>
    public virtual bool KnowsAccounts => true;

    /// <summary>Whether the system has a list of entitlements, so that one can be unknown to it.</summary>
    public virtual bool KnowsEntitlements => true;

    /// <summary>Why the system cannot be made to refuse a change; null when it can.</summary>
    public virtual string? NeverRefuses => null;

    /// <summary>Who has what of <see cref="Entitlements"/>, seen without the target's code.</summary>
    public abstract Task<IReadOnlySet<Holding>> HeldAsync(CancellationToken ct);

    /// <summary>Gives something behind Regent's back.</summary>
    public abstract Task GiveOutsideAsync(Holding holding, CancellationToken ct);

    /// <summary>Has the system refuse every change from now on, while it still answers.</summary>
    public virtual Task RefuseChangesAsync(CancellationToken ct) => throw new NotSupportedException(NeverRefuses);

    public abstract ValueTask DisposeAsync();
}
