using Regent.Core.Principals;

namespace Regent.Operations.Principals;

/// <summary>One group of a list.</summary>
/// <param name="Group">The group.</param>
/// <param name="IsUnderPim">Whether a role was ever given in it, or its settings were ever changed.</param>
/// <param name="Eligible">How many are eligible to become a member.</param>
/// <param name="Members">How many are directly in it now, by the directory or by an assignment.</param>
/// <param name="Owners">How many own it now.</param>
public sealed record ListedGroup(Principal Group, bool IsUnderPim, int Eligible, int Members, int Owners);
