namespace Regent.Api.Arm.Policies;

/// <summary>What an enablement rule can demand.</summary>
internal static class EnablementNames
{
    public const string Mfa = "MultiFactorAuthentication";
    public const string Justification = "Justification";
    public const string Ticketing = "Ticketing";

    /// <summary>Whether this is one of them, in any letter case.</summary>
    public static bool Knows(string? name) =>
        new[] { Mfa, Justification, Ticketing }.Contains(name, StringComparer.OrdinalIgnoreCase);
}
