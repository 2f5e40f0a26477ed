using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Entra;

/// <summary>How a tenant is reached, and how roles are given there.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="IsTimeBound">Whether roles are given with an end, by the tenant's own privileged identity management.</param>
internal sealed record EntraTargetOptions(TenantOptions Tenant, bool IsTimeBound)
{
    public static IReadOnlyList<TargetSetting> Settings { get; } =
    [
        .. TenantOptions.Settings,
        new("timeBound", "Ends by itself", "Gives roles with an end, so that they end there too when Regent is down; needs the licence Microsoft Entra ID P2.")
        {
            Kind = TargetSettingKind.Switch, Default = "true",
        },
        .. TenantOptions.LastSettings,
    ];

    public static Outcome<EntraTargetOptions> Read(TargetSettings settings)
    {
        var reader = new SettingReader(settings, Settings);
        var tenant = TenantOptions.Read(reader, Settings);
        var isTimeBound = reader.IsOn("timeBound");
        return reader.Outcome(() => new EntraTargetOptions(tenant(), isTimeBound));
    }
}
