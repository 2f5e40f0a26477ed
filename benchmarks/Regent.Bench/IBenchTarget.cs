using Regent.Core.Targets;

namespace Regent.Bench;

/// <summary>A real server in which access lands, with its own client beside Regent.</summary>
internal interface IBenchTarget : IAsyncDisposable
{
    string Name { get; }

    TargetKind Kind { get; }

    /// <summary>How Regent reaches it.</summary>
    TargetSettings Settings { get; }

    /// <summary>Makes so many accounts, <c>person00001</c> and on, and gives the names of so many entitlements that nobody has.</summary>
    Task<IReadOnlyList<string>> FillAsync(int accounts, int entitlements);

    /// <summary>How many holdings of these entitlements there are.</summary>
    Task<int> CountAsync(IReadOnlyList<string> entitlements);

    /// <summary>What the server's own client reads to give or take back all of this, each by a change of its own or all in as few as can be.</summary>
    string Script(IReadOnlyList<Holding> holdings, bool give, bool together);

    /// <summary>Has the server's own client do it over one connection.</summary>
    Task RunAsync(string script);
}
