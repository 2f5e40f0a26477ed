using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Operations.Policies;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Settings;

/// <summary>The settings of a role as lines of words, and what differs between two sets of them.</summary>
internal static class SettingLines
{
    /// <summary>Who decides where nobody is named.</summary>
    public const string Fallback = "Those who actively hold Global Administrator or Privileged Role Administrator";

    /// <summary>Said of approvers where no approval is demanded.</summary>
    public const string NobodyNeeded = "None needed";

    /// <summary>What a role demands before anybody changes it.</summary>
    public static IReadOnlyList<SettingLine> Defaults { get; } = Of(new ActivationSettings(), []);

    /// <summary>The lines of settings as they are kept.</summary>
    public static IReadOnlyList<SettingLine> Of(RoleSettings settings) => Of(settings.Policy.Activation, settings.Approvers);

    /// <summary>The lines in the order of the page.</summary>
    public static IReadOnlyList<SettingLine> Of(ActivationSettings settings, IReadOnlyList<Principal> approvers) =>
    [
        new("Activation maximum duration", Durations.Length(settings.MaximumDuration)),
        new("Require a second factor on activation", YesNo(settings.RequiresMfa)),
        new("Require justification on activation", YesNo(settings.RequiresJustification)),
        new("Require ticket information on activation", YesNo(settings.RequiresTicket)),
        new("Require approval to activate", YesNo(settings.RequiresApproval)),
        new("Approvers", Approvers(settings, approvers)),
    ];

    /// <summary>The lines that differ.</summary>
    public static IReadOnlyList<SettingChange> Between(IReadOnlyList<SettingLine> before, IReadOnlyList<SettingLine> after) =>
    [
        .. before.Zip(after).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new SettingChange(pair.First.Name, pair.First.Value, pair.Second.Value)),
    ];

    private static string Approvers(ActivationSettings settings, IReadOnlyList<Principal> approvers) => (settings.RequiresApproval, approvers) switch
    {
        (false, []) => NobodyNeeded,
        (_, []) => Fallback,
        _ => Words.List([.. approvers.Select(one => one.DisplayName).Order(StringComparer.CurrentCultureIgnoreCase)]),
    };

    private static string YesNo(bool demanded) => demanded ? "Yes" : "No";
}
