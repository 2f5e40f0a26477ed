using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Settings;

/// <summary>What an administrator makes of a role's settings before saving them, one part for each tab.</summary>
/// <param name="basedOn">The settings as they were when the change began.</param>
public sealed class SettingsDraft(RoleSettings basedOn)
{
    /// <summary>The settings the change rests on; saving demands that they are still the newest.</summary>
    public RoleSettings BasedOn { get; private set; } = basedOn;

    public ActivationDraft Activation { get; } = new(basedOn);

    public AssignmentDraft Eligibility { get; } = new(basedOn.Policy.Eligibility);

    public AssignmentDraft Assignment { get; } = new(basedOn.Policy.Assignment);

    public NotificationsDraft Notifications { get; } = new(basedOn.Policy.Notifications);

    /// <summary>Under which name the browser keeps what is typed.</summary>
    public string Name => $"settings:{new RoleAt(BasedOn.Role.Id, BasedOn.Policy.Scope)}";

    /// <summary>Whether the role's family has nobody who decides where no approver is named.</summary>
    public bool MustNameApprovers => BasedOn.Policy.Scope.System != RoleSystem.Directory;

    /// <summary>The settings as they would be saved.</summary>
    public RolePolicy Policy => BasedOn.Policy with
    {
        Activation = Activation.Settings,
        Eligibility = Eligibility.Settings,
        Assignment = Assignment.Settings,
        Notifications = Notifications.Settings,
    };

    /// <summary>What saving would change.</summary>
    public IReadOnlyList<SettingChange> Changes => SettingLines.Between(BasedOn, BasedOn with { Policy = Policy, Approvers = Activation.Approvers });

    /// <summary>What is wrong with the activation rules.</summary>
    public IReadOnlyList<string> ActivationErrors =>
    [
        .. Policy.Check().Except([.. Policy.Eligibility.Check(), .. Policy.Assignment.Check(), .. Policy.Notifications.Check()])
            .Select(problem => problem.Message),
    ];

    /// <summary>The first tab on which something is wrong; null when the change can be looked at.</summary>
    internal string? WrongTab => this switch
    {
        { ActivationErrors.Count: > 0 } => SettingsTab.Activation,
        { Eligibility.Errors.Count: > 0 } or { Assignment.Errors.Count: > 0 } => SettingsTab.Assignment,
        _ when Notifications.Mails.Any(mail => mail.Errors.Count > 0) => SettingsTab.Notifications,
        _ => null,
    };

    /// <summary>Rests the change on newer settings: what was touched here stays, what was not follows them.</summary>
    public void MoveOnto(RoleSettings newer)
    {
        Activation.MoveOnto(newer);
        Eligibility.MoveOnto(newer.Policy.Eligibility);
        Assignment.MoveOnto(newer.Policy.Assignment);
        Notifications.MoveOnto(newer.Policy.Notifications);
        BasedOn = newer;
    }
}
