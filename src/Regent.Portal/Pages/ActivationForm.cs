using System.Globalization;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>What somebody fills in to activate one or several roles.</summary>
public sealed class ActivationForm
{
    /// <summary>One notch of the slider.</summary>
    public static readonly TimeSpan Notch = TimeSpan.FromMinutes(30);

    /// <summary>How many notches long.</summary>
    public int Notches { get; set; } = 1;

    public TimeSpan Duration => Notch * Notches;

    /// <summary>Whether it begins at a moment of the asker's choice.</summary>
    public bool StartsLater { get; set; }

    public DateOnly? StartDate { get; set; }

    public TimeOnly? StartTime { get; set; }

    public string TicketNumber { get; set; } = "";

    public string TicketSystem { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>The wished start in the asker's zone; null for at once, or while the moment is incomplete.</summary>
    public DateTimeOffset? StartIn(TimeZoneInfo zone)
    {
        if (!StartsLater || StartDate is not { } date || StartTime is not { } time)
        {
            return null;
        }

        var local = date.ToDateTime(time, DateTimeKind.Unspecified);

        // An hour that the clocks skip in spring is read with the offset before it, so it is the hour after.
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Proposes the next full half hour as a start of one's own choice.</summary>
    public void ProposeStart(DateTimeOffset now, TimeZoneInfo zone)
    {
        var next = TimeZoneInfo.ConvertTime(new DateTimeOffset(now.Ticks - (now.Ticks % Notch.Ticks), now.Offset) + Notch, zone);
        StartDate ??= DateOnly.FromDateTime(next.DateTime);
        StartTime ??= TimeOnly.FromDateTime(next.DateTime);
    }

    /// <summary>What is wrong before anybody is asked.</summary>
    public IReadOnlyList<string> StartErrors => StartsLater && (StartDate is null || StartTime is null) ? ["Give a date and a time."] : [];

    /// <summary>The ask for one role; never longer than it may last.</summary>
    public ActivationAsk Ask(PrincipalId principal, RoleAt role, TimeSpan maximum, TimeZoneInfo zone) => new(principal, role.Role, role.Scope)
    {
        Start = StartIn(zone),
        Expiration = new Expiration.AfterDuration(Duration < maximum ? Duration : maximum),
        Justification = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(),
        Ticket = TicketNumber.Length + TicketSystem.Length > 0 ? new Ticket(TicketNumber.Trim(), TicketSystem.Trim()) : null,
    };

    /// <summary>Reads a date field.</summary>
    public static DateOnly? Date(object? value) =>
        DateOnly.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var date) ? date : null;

    /// <summary>Reads a time field.</summary>
    public static TimeOnly? Time(object? value) =>
        TimeOnly.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var time) ? time : null;
}
