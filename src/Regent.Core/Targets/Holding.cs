using System.Text;

namespace Regent.Core.Targets;

/// <summary>One account that has one thing in a target.</summary>
/// <param name="Account">The account, as the target's template names it.</param>
/// <param name="Entitlement">What it has: a group, a database role, a certificate principal.</param>
public readonly record struct Holding(string Account, string Entitlement)
{
    /// <summary>The longest account and the longest entitlement, in characters.</summary>
    public const int MaxLength = 1024;

    /// <summary>Whether both names can be written down: whole letters, and none that ends a text.</summary>
    public bool IsText => IsWritable(Account) && IsWritable(Entitlement);

    public override string ToString() => $"{Account} in {Entitlement}";

    private static bool IsWritable(string name) =>
        !name.Contains('\0') && !name.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) && name.Length > 0;
}
