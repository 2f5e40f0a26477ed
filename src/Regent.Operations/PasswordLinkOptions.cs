using System.ComponentModel.DataAnnotations;

namespace Regent.Operations;

/// <summary>How long links with which people choose a password are good.</summary>
public sealed class PasswordLinkOptions
{
    /// <summary>The longest any link is good.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>For somebody who forgot their password; 5 minutes to 7 days, 24 hours unless set.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan ResetGoodFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>For somebody new; 1 hour to 30 days, 7 days unless set.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan InvitationGoodFor { get; set; } = TimeSpan.FromDays(7);
}
