using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>A receipt with the line it is about.</summary>
public sealed record ListedReceipt(Receipt Receipt, LedgerEntry Entry);
