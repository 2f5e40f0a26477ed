using System.ComponentModel.DataAnnotations;

namespace Regent.Operations;

/// <summary>What mails need to know of the world, and when they are sent (specification, section 5.4).</summary>
public sealed class NotificationOptions
{
    /// <summary>Where people reach the portal; links in mails begin with it.</summary>
    [Required]
    public Uri PublicUrl { get; set; } = new("http://127.0.0.1:5080");

    /// <summary>How long before its end the first reminder of what was given is sent; 2 to 90 days, 14 unless set.</summary>
    [Range(typeof(TimeSpan), "2.00:00:00", "90.00:00:00")]
    public TimeSpan FirstReminder { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long before its end the last reminder of what was given is sent; 1 hour to 7 days, 1 day unless set.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan LastReminder { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long before its end the holder of an activation is told; 1 minute to 4 hours, 15 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "04:00:00")]
    public TimeSpan EndingSoon { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether administrators get the past week in figures.</summary>
    public bool Digest { get; set; } = true;

    /// <summary>On which day of the week.</summary>
    public DayOfWeek DigestDay { get; set; } = DayOfWeek.Monday;

    /// <summary>At which hour of the day in UTC; 0 to 23, 7 unless set.</summary>
    [Range(0, 23)]
    public int DigestHour { get; set; } = 7;

    /// <summary>The address of a page. It never begins with what a visitor says this server is called.</summary>
    public Uri To(string page) => new(new Uri($"{PublicUrl.ToString().TrimEnd('/')}/"), page);
}
