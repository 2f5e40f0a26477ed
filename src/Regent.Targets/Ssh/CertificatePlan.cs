using System.Globalization;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Ssh;

/// <summary>What a certificate is to say: as whom its holder may sign in, and when.</summary>
/// <param name="Principals">In their order.</param>
/// <param name="ValidFrom">A whole second.</param>
/// <param name="ValidTo">A whole second.</param>
internal sealed record CertificatePlan(IReadOnlyList<string> Principals, DateTimeOffset ValidFrom, DateTimeOffset ValidTo)
{
    /// <summary>The servers' clocks may be behind by so much.</summary>
    private static readonly TimeSpan BackDated = TimeSpan.FromSeconds(60);

    // What a server takes at most from one certificate.
    private const int MaxPrincipals = 256;

    /// <summary>Plans a certificate for what is asked and permitted now; refuses where that is nothing.</summary>
    public static Outcome<CertificatePlan> Of(CredentialAsk ask, IReadOnlyList<TargetGrant> permits, TimeSpan longest)
    {
        var good = permits.Where(permit => permit.Holding.Account == ask.Account && ask.Entitlements.Contains(permit.Holding.Entitlement)
            && (permit.Until is not { } end || end > ask.Now)).ToList();
        if (good.Count is 0 or > MaxPrincipals)
        {
            return Refused(good.Count == 0
                ? "There is no access by SSH that you hold here now. Activate a role that brings it first."
                : $"A certificate holds at most {MaxPrincipals} principals, and you hold {good.Count.ToString(CultureInfo.InvariantCulture)} here.");
        }

        var end = good.Select(permit => permit.Until).Append(ask.Until).Append(ask.Now + longest).Min()!.Value;
        var plan = new CertificatePlan(
            [.. good.Select(permit => permit.Holding.Entitlement).Order(StringComparer.Ordinal)], WholeSecond(ask.Now - BackDated), WholeSecond(end));
        return plan.ValidTo > ask.Now ? plan : Refused("What you hold here ends this very second.");
    }

    /// <summary>Whether all it says is still permitted.</summary>
    public bool IsCoveredBy(string account, IReadOnlyList<TargetGrant> permits) => Principals.All(principal => permits.Any(permit =>
        permit.Holding == new Holding(account, principal) && (permit.Until is not { } end || end >= ValidTo)));

    private static DateTimeOffset WholeSecond(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    private static Refusal Refused(string words) => new(RefusalCode.CredentialNotAvailable, words);
}
