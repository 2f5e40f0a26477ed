using System.Diagnostics.CodeAnalysis;
using Regent.Core.Targets;

namespace Regent.Operations.Lanes;

/// <summary>Compares who has what as the target at hand does.</summary>
internal sealed class HoldingComparer(StringComparer names) : IEqualityComparer<Holding>
{
    public bool Equals(Holding x, Holding y) => names.Equals(x.Account, y.Account) && names.Equals(x.Entitlement, y.Entitlement);

    public int GetHashCode([DisallowNull] Holding obj) => HashCode.Combine(names.GetHashCode(obj.Account), names.GetHashCode(obj.Entitlement));
}
