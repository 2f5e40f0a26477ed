using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Operations.Policies;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Settings;

/// <summary>The settings of a role as lines of words, and what differs between two sets of them.</summary>
internal static class SettingLines
{
    /// <summary>Who decides where nobody is named, or nobody named is left.</summary>
    public const string Fallback = "Those who actively hold Global Administrator or Privileged Role Administrator";

    /// <summary>Said of approvers where no approval is demanded.</summary>
    public const string NobodyNeeded = "None needed";

    /// <summary>The lines of one tab, each with what it is before anybody changes it.</summary>
    public static IReadOnlyList<(SettingLine Line, SettingLine Default)> WithDefaults(RoleSettings settings, string tab)
    {
        var normal = settings with { Policy = RolePolicy.Default(settings.Role.Id, settings.Policy.Scope), Approvers = [] };

        return [.. Of(settings, tab).Zip(Of(normal, tab))];
    }

    /// <summary>The lines that differ, on all tabs.</summary>
    public static IReadOnlyList<SettingChange> Between(RoleSettings before, RoleSettings after) =>
    [
        .. Of(before).Zip(Of(after)).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new SettingChange(pair.First.FullName, pair.First.Value, pair.Second.Value)),
    ];

    /// <summary>What an authentication context is called.</summary>
    public static string Of(NamedContext context) => context.Name.Length > 0 ? $"{context.Name} ({context.Id})" : context.Id;

    /// <summary>A yes or a no.</summary>
    public static string YesNo(bool demanded) => demanded ? "Yes" : "No";

    private static IEnumerable<SettingLine> Of(RoleSettings settings) => SettingsTab.All.SelectMany(tab => Of(settings, tab.Name));

    private static IReadOnlyList<SettingLine> Of(RoleSettings settings, string tab) => tab switch
    {
        SettingsTab.Assignment => AssignmentLines.Of(settings.Policy),
        SettingsTab.Notifications => NotificationLines.Of(settings.Policy.Notifications),
        _ => Activation(settings),
    };

    private static IReadOnlyList<SettingLine> Activation(RoleSettings settings)
    {
        var activation = settings.Policy.Activation;

        return
        [
            new("Activation maximum duration", Durations.Length(activation.MaximumDuration)),
            new("On activation, require", Proof(settings)),
            new("Require justification on activation", YesNo(activation.RequiresJustification)),
            new("Require ticket information on activation", YesNo(activation.RequiresTicket)),
            new("Require approval to activate", YesNo(activation.RequiresApproval)),
            new("Approvers", Approvers(activation, settings.Approvers)),
        ];
    }

    private static string Proof(RoleSettings settings) => settings.Policy.Activation switch
    {
        { AuthenticationContext: { } id } =>
            $"Authentication context: {Of(settings.Contexts.FirstOrDefault(one => one.Id == id) ?? new NamedContext(id, ""))}",
        { RequiresMfa: true } => "A second factor",
        _ => "No further proof",
    };

    private static string Approvers(ActivationSettings settings, IReadOnlyList<Principal> approvers) => (settings.RequiresApproval, approvers) switch
    {
        (false, []) => NobodyNeeded,
        (_, []) => Fallback,
        _ => Words.List([.. approvers.Select(one => one.DisplayName).Order(StringComparer.CurrentCultureIgnoreCase)]),
    };
}
