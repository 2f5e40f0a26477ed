using Regent.Core.Assignments;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>What somebody sees first: what they may do here, what is active, and what waits.</summary>
/// <param name="Authority">What they may do in Regent itself.</param>
/// <param name="Active">Their activations in force, the first to end first.</param>
/// <param name="EligibleCount">How many roles they may activate.</param>
/// <param name="ToDecideCount">How many requests wait for their decision.</param>
/// <param name="OpenRequestCount">How many requests of their own wait or are planned.</param>
public sealed record Overview(
    Authority Authority, IReadOnlyList<ScheduleListing> Active, int EligibleCount, int ToDecideCount, int OpenRequestCount)
{
    /// <summary>How many asks to extend or renew wait for their decision as an administrator.</summary>
    public int ToExtendCount { get; init; }

    /// <summary>Whether mails to them are kept here, rather than handed to a mail server.</summary>
    public bool HasMailbox { get; init; }
}
