using Regent.Core.Principals;
using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>A line of the ledger with whose account it is.</summary>
/// <param name="Entry">The line.</param>
/// <param name="Principal">Whose account it is by its latest receipt; null when they are gone.</param>
public sealed record ListedEntry(LedgerEntry Entry, Principal? Principal);
