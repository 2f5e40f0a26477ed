using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Extensions;

/// <summary>Until when something is asked for, or given.</summary>
public sealed class ExtensionForm
{
    /// <summary>Whether it shall have no end.</summary>
    public bool IsPermanent { get; set; }

    public Moment End { get; set; } = Moment.None;

    public string Reason { get; set; } = "";

    /// <summary>What is wrong with the end before anybody is asked.</summary>
    public IReadOnlyList<string> EndErrors => IsPermanent ? [] : End.Errors;

    /// <summary>Proposes as long as it lasted before, but no longer than the settings allow.</summary>
    public void Propose(Schedule schedule, AssignmentSettings settings, DateTimeOffset now, TimeZoneInfo zone)
    {
        var from = schedule.Effective.End > now ? schedule.Effective.End.Value : now;
        var length = schedule.Period.End!.Value - schedule.Period.Start;
        var most = settings.AllowsPermanent ? TimeSpan.FromDays(365) : settings.MaximumDuration;
        End = Moment.Of(from + (length < most ? length : most), zone);
    }

    /// <summary>When it ends, as an ask puts it.</summary>
    public Expiration ExpirationIn(TimeZoneInfo zone) =>
        IsPermanent ? new Expiration.Never() : new Expiration.AfterDateTime(End.In(zone)!.Value);

    /// <summary>The ask for more of what is offered, once it is complete.</summary>
    public AssignmentAsk Ask(PrincipalId asker, ExtensionOffer offer, TimeZoneInfo zone)
    {
        var schedule = offer.Listing.Schedule;
        return new AssignmentAsk(schedule.Kind, asker, schedule.Role, schedule.Scope)
        {
            Target = schedule.Id,
            Expiration = ExpirationIn(zone),
            Justification = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(),
        };
    }
}
