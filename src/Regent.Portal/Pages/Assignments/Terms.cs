using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>From when to when something is given or asked for, and why, as it is filled in.</summary>
public sealed class Terms
{
    /// <summary>Whether it never ends.</summary>
    public bool IsPermanent { get; set; }

    /// <summary>Whether it begins at a moment of one's choice.</summary>
    public bool StartsLater { get; set; }

    public Moment Start { get; set; } = Moment.None;

    public Moment End { get; set; } = Moment.None;

    public string Reason { get; set; } = "";

    public string TicketNumber { get; set; } = "";

    public string TicketSystem { get; set; } = "";

    public IReadOnlyList<string> StartErrors => StartsLater ? Start.Errors : [];

    public IReadOnlyList<string> EndErrors => IsPermanent ? [] : End.Errors;

    public string? Justification => string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim();

    public Ticket? Ticket => TicketNumber.Length + TicketSystem.Length == 0 ? null : new Ticket(TicketNumber.Trim(), TicketSystem.Trim());

    /// <summary>Whether nothing is missing, as far as can be told before asking.</summary>
    public bool IsComplete => StartErrors.Count + EndErrors.Count == 0;

    /// <summary>The full hour after a moment.</summary>
    public static DateTimeOffset HourAfter(DateTimeOffset now) =>
        new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), now.Offset).AddHours(1);

    /// <summary>Proposes an end, no later than the settings allow.</summary>
    public void ProposeEnd(DateTimeOffset end, AssignmentSettings settings, DateTimeOffset now, TimeZoneInfo zone)
    {
        var latest = now + settings.MaximumDuration;
        End = Moment.Of(!settings.AllowsPermanent && end > latest ? latest : end, zone);
        IsPermanent = IsPermanent && settings.AllowsPermanent;
    }

    /// <summary>When it shall end.</summary>
    public Expiration ExpirationIn(TimeZoneInfo zone) =>
        IsPermanent ? new Expiration.Never() : new Expiration.AfterDateTime(End.In(zone)!.Value);
}
