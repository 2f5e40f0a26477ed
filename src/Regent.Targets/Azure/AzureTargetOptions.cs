using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Azure;

/// <summary>How Azure Resource Manager is reached, and how roles are given there.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Address">Azure Resource Manager, without a slash at the end.</param>
/// <param name="IsTimeBound">Whether roles are given with an end, by Azure's own privileged identity management.</param>
/// <param name="Scopes">Where Regent gives roles; only for the connection test.</param>
internal sealed record AzureTargetOptions(TenantOptions Tenant, string Address, bool IsTimeBound, IReadOnlyList<string> Scopes)
{
    private const string ScopesName = "scopes";

    public static IReadOnlyList<TargetSetting> Settings { get; } =
    [
        .. TenantOptions.Settings,
        new(ScopesName, "Scopes", "Where Regent gives roles, one a line, so that its rights are checked there; such as /subscriptions/ID.")
        {
            Says = TargetSettingSays.How,
            Kind = TargetSettingKind.Lines,
        },
        new("timeBound", "Ends by itself", "Gives roles with an end, so that they end there too when Regent is down; needs the licence Microsoft Entra ID P2.")
        {
            Kind = TargetSettingKind.Switch, Default = "true",
        },
        new("armUrl", "Azure Resource Manager URL", "Another one for national clouds.") { Default = "https://management.azure.com" },
        .. TenantOptions.LastSettings,
    ];

    public static Outcome<AzureTargetOptions> Read(TargetSettings settings)
    {
        var reader = new SettingReader(settings, Settings);
        var tenant = TenantOptions.Read(reader, Settings);
        var (address, isTimeBound, scopes) = (TenantOptions.AddressOf(reader, "armUrl"), reader.IsOn("timeBound"), settings.Lines(ScopesName));
        foreach (var scope in scopes.Where(scope => !AzureEntitlement.IsScope(scope)))
        {
            reader.Refuse(ScopesName, $"{scope} is no scope. A scope is a path such as /subscriptions/ID/resourceGroups/NAME.");
        }

        return reader.Outcome(() => new AzureTargetOptions(tenant(), address, isTimeBound, scopes));
    }
}
