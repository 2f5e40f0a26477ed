namespace Regent.Core.Policies;

/// <summary>What an enablement rule can demand, in the order it is told.</summary>
public enum EnabledRule
{
    /// <summary>A fresh second factor.</summary>
    MultiFactorAuthentication,

    /// <summary>A justification.</summary>
    Justification,

    /// <summary>Number and system of a ticket.</summary>
    Ticketing,
}
