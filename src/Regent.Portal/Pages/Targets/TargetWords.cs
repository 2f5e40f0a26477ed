using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Targets;

/// <summary>Words about targets, and where their pages are.</summary>
internal static class TargetWords
{
    /// <summary>A target's own page, on one of its tabs.</summary>
    public static string Page(TargetId target, string? tab = null) => tab is null ? $"/targets/{target}" : $"/targets/{target}?tab={tab}";

    /// <summary>How far Regent goes there, as a colour and a word.</summary>
    public static (Meaning Meaning, string Word) Of(TargetState state) => state switch
    {
        TargetState.New => (Meaning.Info, "New"),
        TargetState.Live => (Meaning.InEffect, "Live"),
        TargetState.Paused => (Meaning.Pending, "Paused"),
    };

    /// <summary>What that means for access.</summary>
    public static string Means(TargetState state) => state switch
    {
        TargetState.New => "Nothing is given there, and nothing taken back, before an administrator has seen the plan and started it.",
        TargetState.Live => "Access lands there.",
        TargetState.Paused => "Nothing is written there for now, not even to take access back. What is due waits.",
    };

    /// <summary>How a target answers, as a colour and a word.</summary>
    public static (Meaning Meaning, string Word) Of(TargetSummary summary) => summary switch
    {
        { Health.FailingSince: not null } => (Meaning.Denied, "Does not answer"),
        { Target.State: TargetState.New, Health.SweptAt: null } => (Meaning.Info, "Not used yet"),
        { Health.SweptAt: null } => (Meaning.Info, "Not checked yet"),
        _ => (Meaning.InEffect, "Answers"),
    };

    /// <summary>What a step of a soft end is called.</summary>
    public static string Of(LandingStep step) => step switch
    {
        LandingStep.Warn => "Warn before the end",
        LandingStep.Close => "No new session before the end",
        LandingStep.EndSessions => "End running sessions at the end",
    };

    /// <summary>Why a step is not on offer.</summary>
    public static string Cannot(LandingStep step, TargetDriver driver) => step switch
    {
        LandingStep.Warn => $"{driver.Name} cannot show anybody a warning: Regent tells people by mail only.",
        LandingStep.Close => $"{driver.Name} cannot refuse new sessions before the end: they are possible until then.",
        LandingStep.EndSessions => $"{driver.Name} cannot end running sessions: they go on until people leave.",
    };

    /// <summary>How access of a mapping ends, in a line.</summary>
    public static string Of(Landing landing)
    {
        string[] parts =
        [
            landing.WarnBefore is { } warn ? $"warned {Durations.Length(warn)} before" : "",
            landing.CloseBefore is { } close ? $"no new session {Durations.Length(close)} before" : "",
            landing.EndSessions ? "sessions ended" : "",
        ];
        var words = string.Join(", ", parts.Where(part => part.Length > 0));
        return words.Length == 0 ? "At its end" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A kind of system in a sentence, where one is chosen.</summary>
    public static string About(TargetKind kind) => kind switch
    {
        TargetKind.Ldap => "Groups in Active Directory or any other LDAP directory.",
        TargetKind.Postgres => "Roles on a database server.",
        TargetKind.Ssh => "Certificates that people sign in to servers with.",
        TargetKind.Scim => "Groups in an application that speaks SCIM 2.0.",
        TargetKind.Kubernetes => "Role bindings in a cluster.",
        TargetKind.Entra => "Directory roles in a Microsoft Entra tenant.",
        TargetKind.Azure => "Roles on subscriptions, resource groups and resources.",
        TargetKind.Webhook => "Any other system, told by signed calls.",
    };

    /// <summary>How accounts are called unless somebody says otherwise.</summary>
    public static string UsualAccounts(TargetKind kind) => kind is TargetKind.Scim or TargetKind.Entra or TargetKind.Azure or TargetKind.Kubernetes ? "{upn}" : "{name}";

    /// <summary>Whether a setting is one of those that a target cannot do without, and not one that mostly stays as it is.</summary>
    public static bool IsEssential(this TargetSetting setting) => setting.IsRequired || setting.Kind == TargetSettingKind.Secret;

    /// <summary>How many of something there are: "1 account", "2 accounts".</summary>
    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    /// <summary>Of how many lines it says so.</summary>
    public static int Of(this TargetSummary summary, LedgerState state) => summary.Counts.GetValueOrDefault(state);
}
