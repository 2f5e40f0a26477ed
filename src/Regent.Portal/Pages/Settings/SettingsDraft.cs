using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Operations.Policies;

namespace Regent.Portal.Pages.Settings;

/// <summary>What an administrator makes of a role's settings before saving them.</summary>
/// <param name="basedOn">The settings as they were when the change began.</param>
public sealed class SettingsDraft(RoleSettings basedOn)
{
    /// <summary>The settings the change rests on; saving demands that they are still the newest.</summary>
    public RoleSettings BasedOn { get; private set; } = basedOn;

    /// <summary>The maximum in half hours.</summary>
    public int Notches { get; set; } = NotchesOf(basedOn);

    public bool RequiresMfa { get; set; } = basedOn.Policy.Activation.RequiresMfa;

    public bool RequiresJustification { get; set; } = basedOn.Policy.Activation.RequiresJustification;

    public bool RequiresTicket { get; set; } = basedOn.Policy.Activation.RequiresTicket;

    public bool RequiresApproval { get; set; } = basedOn.Policy.Activation.RequiresApproval;

    public IReadOnlyList<Principal> Approvers { get; set; } = basedOn.Approvers;

    public TimeSpan MaximumDuration => ActivationSettings.SmallestMaximum * Notches;

    /// <summary>The settings as they would be saved.</summary>
    public ActivationSettings Settings => BasedOn.Policy.Activation with
    {
        MaximumDuration = MaximumDuration,
        RequiresMfa = RequiresMfa,
        RequiresJustification = RequiresJustification,
        RequiresTicket = RequiresTicket,
        RequiresApproval = RequiresApproval,
        Approvers = [.. Approvers.Select(approver => approver.Id)],
    };

    /// <summary>What saving would change.</summary>
    public IReadOnlyList<SettingChange> Changes => SettingLines.Between(SettingLines.Of(BasedOn), SettingLines.Of(Settings, Approvers));

    /// <summary>Rests the change on newer settings: what was touched here stays, what was not follows them.</summary>
    public void MoveOnto(RoleSettings newer)
    {
        var (old, now) = (BasedOn.Policy.Activation, newer.Policy.Activation);
        Notches = Notches == NotchesOf(BasedOn) ? NotchesOf(newer) : Notches;
        RequiresMfa = RequiresMfa == old.RequiresMfa ? now.RequiresMfa : RequiresMfa;
        RequiresJustification = RequiresJustification == old.RequiresJustification ? now.RequiresJustification : RequiresJustification;
        RequiresTicket = RequiresTicket == old.RequiresTicket ? now.RequiresTicket : RequiresTicket;
        RequiresApproval = RequiresApproval == old.RequiresApproval ? now.RequiresApproval : RequiresApproval;
        Approvers = SameApprovers(BasedOn.Approvers) ? newer.Approvers : Approvers;
        BasedOn = newer;
    }

    private static int NotchesOf(RoleSettings settings) => (int)(settings.Policy.Activation.MaximumDuration / ActivationSettings.SmallestMaximum);

    private bool SameApprovers(IReadOnlyList<Principal> others) =>
        Approvers.Select(one => one.Id).ToHashSet().SetEquals(others.Select(one => one.Id));
}
