using System.Collections.Concurrent;

namespace Regent.Targets.Tests.Webhook;

/// <summary>A system with accounts, and with things they can have.</summary>
internal sealed class SampleSystem
{
    private readonly ConcurrentDictionary<(string Account, string Entitlement), bool> held = new();

    public IReadOnlyList<string> Accounts { get; } = ["ann", "ben", "eve"];

    public IReadOnlyList<string> Entitlements { get; } = ["readers", "writers"];

    public IReadOnlyCollection<(string Account, string Entitlement)> Held => [.. held.Keys];

    /// <summary>Whether nothing can be changed for now.</summary>
    public bool IsLocked { get; set; }

    public object Grant((string Account, string Entitlement) holding)
    {
        if (!Accounts.Contains(holding.Account))
        {
            return new { result = "unknownAccount", words = $"Nobody is called {holding.Account}." };
        }

        if (!Entitlements.Contains(holding.Entitlement))
        {
            return new { result = "unknownEntitlement", words = $"There is no {holding.Entitlement}." };
        }

        return Change(() => held[holding] = true);
    }

    public object Revoke((string Account, string Entitlement) holding) => Change(() => held.TryRemove(holding, out _));

    private object Change(Action change)
    {
        if (IsLocked)
        {
            return new { result = "refused", words = "The system is locked." };
        }

        change();
        return new { result = "done" };
    }
}
