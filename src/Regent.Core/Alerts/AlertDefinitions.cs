namespace Regent.Core.Alerts;

/// <summary>Every alert there is, the most severe first.</summary>
public static class AlertDefinitions
{
    private const string Days = "The number of days";

    public static IReadOnlyList<AlertDefinition> All { get; } =
    [
        new(
            AlertKind.RolesAssignedOutsidePim, AlertSeverity.High, "Roles are assigned outside of Privileged Identity Management",
            "Somebody actively holds a directory role that no request gave.")
        {
            SecurityImpact = "Nobody judged these assignments against the role's settings: no reason, no end and no approval stand behind them, "
                + "and the record does not say who gave them.",
            MitigationSteps = "Remove each of them, and give the role again by a request where somebody needs it.",
            HowToPrevent = "Give roles only here. After an import, look through what it brought in.",
            IsRemediatable = true,
        },
        new(
            AlertKind.AccessOutsideRegent, AlertSeverity.High, "Access was assigned outside Regent",
            "Somebody has something in a target that roles give, and Regent did not give it to them.")
        {
            SecurityImpact = "Nobody asked for this access, nobody approved it, and nothing ends it. It may be how somebody stays after their role is over.",
            MitigationSteps = "Look at each on its target's page: take it into Regent with an end, remove it, or let it be.",
            HowToPrevent = "Let only Regent's own account change there what roles give.",
        },
        new(
            AlertKind.TargetNotAnswering, AlertSeverity.High, "A target does not answer",
            "Several calls in a row to a target were not answered.")
        {
            SecurityImpact = "Whoever activates a role waits for its access there, and access whose time is over stays until the target answers again.",
            MitigationSteps = "Bring the system, the network to it or Regent's account there back. What is owed is then done at once, by itself.",
            HowToPrevent = "Give the target more than one server, and watch that Regent's account there does not expire.",
        },
        new(
            AlertKind.RevocationOverdue, AlertSeverity.High, "Access was not taken back in time",
            "Something is still in a target after its end, for as many minutes as are set or longer.")
        {
            SecurityImpact = "Somebody can still use what their role does not give them any more.",
            MitigationSteps = "Read the target's own words on its page. Where it cannot be mended soon, take the access away there by hand.",
            HowToPrevent = "Try the target after each change of Regent's account there, and keep an eye on what fails.",
            Thresholds = [new(AlertThreshold.Minutes, "The number of minutes", Least: 1, Most: 1440, Usual: 5)],
        },
        new(
            AlertKind.InvalidLicense, AlertSeverity.High, "A licence for Privileged Identity Management is missing",
            "Never: Regent is free software and has no licences. It is listed for programs that expect it.")
        {
            SecurityImpact = "None.",
            MitigationSteps = "There is nothing to do.",
            HowToPrevent = "There is nothing to do.",
        },
        new(
            AlertKind.StaleSignIn, AlertSeverity.Medium, "Potentially stale accounts in a privileged role",
            "Somebody has a directory role, active or eligible, and has not signed in for the number of days that is set.")
        {
            SecurityImpact = "Nobody misses an account that its owner does not use. Whoever takes it over has its roles too, and is noticed late.",
            MitigationSteps = "Ask whether these people still need their roles. Remove those they do not, and disable accounts of who has left.",
            HowToPrevent = "Give roles until a date rather than for ever, and take them away when people change their work or leave.",
            IsRemediatable = true,
            Thresholds = [new(AlertThreshold.Days, Days, Least: 1, Most: 365, Usual: 30)],
        },
        new(
            AlertKind.NoMfaOnRoleActivation, AlertSeverity.Medium, "Roles do not require multifactor authentication for activation",
            "A directory role that somebody is eligible for can be activated with a password alone.")
        {
            SecurityImpact = "Whoever has learnt a password can activate the role that goes with it.",
            MitigationSteps = "Demand a second factor, or an authentication context, in the settings of each of these roles.",
            HowToPrevent = "Demand a second factor for every role before anybody is made eligible for it.",
            IsRemediatable = true,
        },
        new(
            AlertKind.SequentialActivationRenewals, AlertSeverity.Medium, "Roles are being activated too frequently",
            "Somebody has activated the same directory role again and again, each time as soon as the activation before had ended.")
        {
            SecurityImpact = "A role that is always active is standing access under another name, and may be a program that somebody left running.",
            MitigationSteps = "Ask what the role is needed for. Allow longer activations, or give an assignment until a date.",
            HowToPrevent = "Set the maximum duration of the role to what the work takes.",
            Thresholds =
            [
                new(AlertThreshold.Activations, "The number of activations", Least: 2, Most: 100, Usual: 3),
                new(AlertThreshold.PauseSeconds, "The pause between activations in seconds", Least: 1, Most: 86_400, Usual: 10),
            ],
        },
        new(
            AlertKind.RedundantAssignment, AlertSeverity.Low, "Administrators are not using their privileged roles",
            "Somebody is eligible for a directory role and has not activated it for the number of days that is set.")
        {
            SecurityImpact = "What nobody uses still can be misused. The fewer people can activate a role, the smaller the damage one account can do.",
            MitigationSteps = "Ask whether these people still need the role, and remove it where they do not.",
            HowToPrevent = "Make people eligible until a date rather than for ever.",
            IsRemediatable = true,
            Thresholds = [new(AlertThreshold.Days, Days, Least: 0, Most: 100, Usual: 30)],
        },
        new(
            AlertKind.TooManyGlobalAdminsAssignedToTenant, AlertSeverity.Low, "There are too many Global Administrators",
            "As many people as are set, or more, are Global Administrators, active or eligible, and they are at least the set share of all that "
            + "was given in directory roles.")
        {
            SecurityImpact = "A Global Administrator can do everything. Each further one is a further account that must never fall into the wrong hands.",
            MitigationSteps = "Give people the smaller role that their work needs, and keep Global Administrator for the few who need it.",
            HowToPrevent = "Give Global Administrator only with a reason that no smaller role would serve.",
            IsRemediatable = true,
            Thresholds =
            [
                new(AlertThreshold.Administrators, "The number of Global Administrators", Least: 2, Most: 100, Usual: 3),
                new(AlertThreshold.Share, "The share of Global Administrators in per cent", Least: 0, Most: 100, Usual: 10),
            ],
        },
    ];

    public static AlertDefinition Of(AlertKind kind) => All.Single(definition => definition.Kind == kind);
}
