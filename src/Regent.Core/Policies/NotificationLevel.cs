namespace Regent.Core.Policies;

/// <summary>Which mails of an event are sent at all (specification, section 5.2).</summary>
public enum NotificationLevel
{
    /// <summary>Every mail.</summary>
    All,

    /// <summary>Only those that ask their recipient to act.</summary>
    Critical,

    /// <summary>None.</summary>
    None,
}
