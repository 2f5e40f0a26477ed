using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>What is known of systems in memory, of the kind of a webhook.</summary>
public static class FakeDriver
{
    /// <param name="open">The way to a target.</param>
    public static TargetDriver Of(Func<Target, ITarget> open) => new(
        TargetKind.Webhook, "A system in memory",
        [new TargetSetting("address", "Address", "Where it is.") { IsRequired = true }, new TargetSetting("key", "Key", "What opens it.") { Kind = TargetSettingKind.Secret }],
        target => new Outcome<ITarget>.Done(open(target)))
    {
        AccountMeans = "a name",
        EntitlementMeans = "a thing",
        EndsByItself = true,
        GivesPeople = true,
        Landing = new Dictionary<LandingStep, string>
        {
            [LandingStep.Warn] = "People are told.",
            [LandingStep.Close] = "Nobody comes in.",
            [LandingStep.EndSessions] = "Everybody goes out.",
        },
    };
}
