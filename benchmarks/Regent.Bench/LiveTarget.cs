using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Bench;

/// <summary>Has Regent keep access in a target.</summary>
internal static class LiveTarget
{
    /// <summary>Adds the target to Regent, started, with one entitlement for each of these roles.</summary>
    public static async Task<Target> AddAsync(
        IServiceProvider services, IBenchTarget target, IReadOnlyList<RoleDefinitionId> roles, IReadOnlyList<string> entitlements)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var secrets = services.GetRequiredService<ISecretBox>();
        var store = services.GetRequiredService<ITargetStore>();
        var driver = services.GetServices<TargetDriver>().Single(one => one.Kind == target.Kind);
        var locked = target.Settings.Values.Where(pair => driver.Settings.Any(one => one.Name == pair.Key && one.Kind == TargetSettingKind.Secret))
            .Select(pair => KeyValuePair.Create(pair.Key, secrets.Lock(pair.Value)));
        _ = AccountTemplate.TryParse("{name}", out var accounts);
        var added = new Target(TargetId.At(now), target.Name, target.Kind, accounts!, target.Settings.With(locked), TargetState.Live)
        {
            Version = 1,
            PlannedVersion = 1,
        };
        return await services.GetRequiredService<IUnitOfWork>().RunAsync(
            async ct =>
            {
                await store.SaveAsync(added, ct);
                foreach (var (role, entitlement) in roles.Zip(entitlements))
                {
                    await store.SaveMappingAsync(new Mapping(MappingId.At(now), added.Id, role, Scope.Tenant, [entitlement]), ct);
                }

                return added;
            },
            CancellationToken.None);
    }
}
