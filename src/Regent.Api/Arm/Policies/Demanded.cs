using Regent.Api.OData;

namespace Regent.Api.Arm.Policies;

/// <summary>What an enablement rule that was sent demands.</summary>
internal sealed record Demanded(bool Mfa, bool Justification, bool Ticket)
{
    /// <summary>What it demands; null when it does not say.</summary>
    public static Reading<Demanded?> Read(RuleBody rule, string member)
    {
        if (rule.EnabledRules is not { } names)
        {
            return (Demanded?)null;
        }

        return names.FirstOrDefault(name => !EnablementNames.Knows(name), "") is not "" and var unknown
            ? RuleReader.Wrong($"{member}.enabledRules", $"'{unknown}' is none of MultiFactorAuthentication, Justification and Ticketing.")
            : new Demanded(Has(names, EnablementNames.Mfa), Has(names, EnablementNames.Justification), Has(names, EnablementNames.Ticketing));
    }

    private static bool Has(IReadOnlyList<string?> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
