using System.ComponentModel.DataAnnotations;

namespace Regent.Server.Tokens;

/// <summary>Who issues tokens to registered programs, and how long they are good.</summary>
internal sealed class TokenOptions
{
    /// <summary>The address tokens say they are from; null is that of the portal.</summary>
    public Uri? Issuer { get; set; }

    /// <summary>An access token; 5 minutes to 24 hours, 60 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan AccessGoodFor { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>A refresh token, which each use renews; 1 hour to 365 days, 90 days unless set.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan RefreshGoodFor { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The age at which a new signing key is made; 7 to 365 days, 90 days unless set.</summary>
    [Range(typeof(TimeSpan), "7.00:00:00", "365.00:00:00")]
    public TimeSpan NewKeyAfter { get; set; } = TimeSpan.FromDays(90);
}
