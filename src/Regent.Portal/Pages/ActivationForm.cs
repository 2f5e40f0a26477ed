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

    /// <summary>The running activation that shall run on; null for a new one.</summary>
    public ScheduleId? Extends { get; set; }

    /// <summary>How many notches long.</summary>
    public int Notches { get; set; } = 1;

    public TimeSpan Duration => Notch * Notches;

    /// <summary>Whether it begins at a moment of the asker's choice.</summary>
    public bool StartsLater { get; set; }

    public Moment Start { get; set; } = Moment.None;

    public string TicketNumber { get; set; } = "";

    public string TicketSystem { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>The wished start in the asker's zone; null for at once, or while the moment is incomplete.</summary>
    public DateTimeOffset? StartIn(TimeZoneInfo zone) => StartsLater ? Start.In(zone) : null;

    /// <summary>Proposes the next full half hour as a start of one's own choice.</summary>
    public void ProposeStart(DateTimeOffset now, TimeZoneInfo zone)
    {
        var next = new DateTimeOffset(now.Ticks - (now.Ticks % Notch.Ticks), now.Offset) + Notch;
        Start = Start == Moment.None ? Moment.Of(next, zone) : Start;
    }

    /// <summary>What is wrong before anybody is asked.</summary>
    public IReadOnlyList<string> StartErrors => StartsLater ? Start.Errors : [];

    /// <summary>The ask for one role; never longer than it may last.</summary>
    public ActivationAsk Ask(PrincipalId principal, RoleAt role, TimeSpan maximum, TimeZoneInfo zone) => new(principal, role.Role, role.Scope)
    {
        Extends = Extends,
        Start = StartIn(zone),
        Expiration = new Expiration.AfterDuration(Duration < maximum ? Duration : maximum),
        Justification = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(),
        Ticket = TicketNumber.Length + TicketSystem.Length > 0 ? new Ticket(TicketNumber.Trim(), TicketSystem.Trim()) : null,
    };
}
