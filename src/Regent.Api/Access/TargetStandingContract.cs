using Regent.Core.Targets;
using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>A target with how it answers and how far its ledger is.</summary>
internal record TargetStandingContract : TargetContract
{
    public TargetStandingContract(TargetSummary summary)
        : base(summary.Target)
    {
        KindDisplayName = summary.Driver.Name;
        Health = new HealthContract(
            IsAnswering: summary.Health.FailingSince is null, summary.Health.FailingSince, summary.Health.LastError, summary.Health.RetryAt, summary.Health.SweptAt);
        Ledger = Enum.GetValues<LedgerState>().ToDictionary(Members.WordOf, state => summary.Counts.GetValueOrDefault(state));
        Failing = summary.Failing;
        FailingSinceDateTime = summary.FailingSince;
        Outside = summary.Outside;
    }

    public string KindDisplayName { get; }

    public HealthContract Health { get; }

    /// <summary>How many lines stand where.</summary>
    public IReadOnlyDictionary<string, int> Ledger { get; }

    public int Failing { get; }

    public DateTimeOffset? FailingSinceDateTime { get; }

    /// <summary>How much was found there that Regent did not give and nobody ignores.</summary>
    public int Outside { get; }

    internal sealed record HealthContract(
        bool IsAnswering, DateTimeOffset? FailingSinceDateTime, string? LastError, DateTimeOffset? RetryDateTime, DateTimeOffset? SweptDateTime);
}
