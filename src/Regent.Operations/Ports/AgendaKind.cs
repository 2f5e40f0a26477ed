namespace Regent.Operations.Ports;

/// <summary>What kind of later work is due.</summary>
public enum AgendaKind
{
    /// <summary>Send the mail that is the subject.</summary>
    SendMail,

    /// <summary>Close the request that is the subject if nobody answered.</summary>
    ExpireApproval,

    /// <summary>Judge the request that is the subject again at its start.</summary>
    BeginAssignment,

    /// <summary>Record and tell that the schedule that is the subject reached its end.</summary>
    TellEnd,

    /// <summary>Tell that what an administrator gave, the schedule that is the subject, ends before long.</summary>
    RemindOfEnd,

    /// <summary>Tell so a last time.</summary>
    RemindOfEndAgain,

    /// <summary>Tell that the activation that is the subject ends soon.</summary>
    RemindOfNearEnd,

    /// <summary>Send administrators the past week in figures; the subject is the week.</summary>
    SendDigest,

    /// <summary>Look for what alerts are about; the subject is the day.</summary>
    ScanAlerts,

    /// <summary>Forget tokens that have ended; the subject is the day.</summary>
    ForgetTokens,
}
