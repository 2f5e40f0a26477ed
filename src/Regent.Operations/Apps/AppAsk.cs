namespace Regent.Operations.Apps;

/// <summary>What somebody wants a registered program to be.</summary>
/// <param name="Name">What people know it by.</param>
public sealed record AppAsk(string Name)
{
    /// <summary>Whether it keeps no secret. Decided at registration, and then it stays so.</summary>
    public bool IsPublic { get; init; }

    public bool AllowsDevices { get; init; }

    public IReadOnlyList<string> RedirectAddresses { get; init; } = [];

    /// <summary>What people may let it do for them, by the names of the catalog.</summary>
    public IReadOnlyList<string> Delegated { get; init; } = [];

    /// <summary>What it may do for itself, by the names of the catalog.</summary>
    public IReadOnlyList<string> Application { get; init; } = [];
}
