using System.Diagnostics;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Lanes;

/// <summary>The kinds of targets this server has, and the way to them. Only here are their secrets unlocked.</summary>
public sealed class TargetDrivers(IEnumerable<TargetDriver> drivers, ISecretBox secrets)
{
    private readonly Dictionary<TargetKind, TargetDriver> known = drivers.ToDictionary(driver => driver.Kind);

    /// <summary>All of them, in the order of the kinds.</summary>
    public IReadOnlyList<TargetDriver> All { get; } = [.. drivers.OrderBy(driver => driver.Kind)];

    /// <summary>What is known of a kind.</summary>
    /// <exception cref="InvalidOperationException">This server has no such kind.</exception>
    public TargetDriver Of(TargetKind kind) =>
        known.GetValueOrDefault(kind) ?? throw new InvalidOperationException($"This server has no targets of kind {kind}.");

    /// <summary>What is to be done in a target that was changed.</summary>
    internal IReadOnlyList<WakeUp> FirstWork(Target target, DateTimeOffset now)
    {
        var sweep = new WakeUp(TargetWork.Sweep, target.Id.Value, now);
        return Of(target.Kind).GivesPeople ? [sweep, sweep with { Work = TargetWork.Synchronise }] : [sweep];
    }

    /// <summary>Whether a target's settings go together, without talking to it.</summary>
    internal Outcome<Target> Try(Target target)
    {
        switch (Open(target))
        {
            case Outcome<ITarget>.Refused(var reasons):
                return new Outcome<Target>.Refused(reasons);
            case Outcome<ITarget>.Done(var way):
                // It has not talked to anybody yet, so there is nobody to say goodbye to.
                way.DisposeAsync().AsTask().GetAwaiter().GetResult();
                return target;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A target as people may see it: without its secrets.</summary>
    public Target Shown(Target target) => target with
    {
        Settings = new TargetSettings(target.Settings.Values
            .Where(pair => Of(target.Kind).Settings.Any(setting => setting.Name == pair.Key && setting.Kind != TargetSettingKind.Secret)).ToDictionary()),
    };

    /// <summary>Makes ready to talk to a target; refuses settings that do not go together.</summary>
    public Outcome<ITarget> Open(Target target)
    {
        var driver = Of(target.Kind);
        var values = new Dictionary<string, string>(target.Settings.Values);
        foreach (var setting in driver.Settings)
        {
            if (setting.Kind == TargetSettingKind.Secret && target.Settings[setting.Name] is { } locked)
            {
                if (secrets.Open(locked) is not { } secret)
                {
                    return new Refusal(
                        RefusalCode.InvalidTarget, $"{setting.Label} cannot be unlocked with this server's key ring. Type it in again.")
                    {
                        Target = setting.Name,
                    };
                }

                values[setting.Name] = secret;
            }
            else if (setting.Default is { } given && target.Settings[setting.Name] is null)
            {
                values[setting.Name] = given;
            }
        }

        return driver.Open(target with { Settings = new TargetSettings(values) });
    }
}
