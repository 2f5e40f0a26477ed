using Regent.Core.Assignments;
using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>A line of the ledger with all that still counts for it.</summary>
/// <param name="Entry">The line.</param>
/// <param name="Receipts">Its open receipts, each with its assignment.</param>
public sealed record LedgerLine(LedgerEntry Entry, IReadOnlyList<(Receipt Receipt, Schedule Schedule)> Receipts);
