using Regent.Core.Principals;
using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>Which lines of the ledger are wanted.</summary>
public sealed record LedgerQuery
{
    public TargetId? Target { get; init; }

    /// <summary>Only those on which this principal has a receipt.</summary>
    public PrincipalId? Principal { get; init; }

    public LedgerState? State { get; init; }

    /// <summary>Only those that could not be made so.</summary>
    public bool OnlyFailing { get; init; }

    /// <summary>Only those that may be there now, or are to come.</summary>
    public bool OnlyOpen { get; init; }

    /// <summary>Only those whose account or entitlement contains this; letter case does not matter.</summary>
    public string? Text { get; init; }
}
