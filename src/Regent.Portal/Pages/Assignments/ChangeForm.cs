using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>What an administrator fills in to change, extend or renew what was given; it begins with how it stands.</summary>
public sealed class ChangeForm
{
    private readonly Schedule before;
    private readonly Moment start;
    private readonly Moment end;

    public ChangeForm(Schedule schedule, AssignmentSettings settings, DateTimeOffset now, TimeZoneInfo zone)
    {
        before = schedule;
        IsRenewal = !schedule.IsOpenAt(now);
        IsPlanned = schedule.Period.Start > now;
        Terms.StartsLater = IsPlanned;
        Terms.IsPermanent = !IsRenewal && schedule.Period.IsPermanent;
        Terms.Start = start = Moment.Of(IsPlanned ? schedule.Period.Start : Terms.HourAfter(now), zone);
        if (!IsRenewal && schedule.Period.End is { } planned)
        {
            Terms.End = Moment.Of(planned, zone);
        }
        else
        {
            Terms.ProposeEnd(Proposal(schedule, now), settings, now, zone);
        }

        end = Terms.End;
    }

    /// <summary>Whether it has ended and would be given again.</summary>
    public bool IsRenewal { get; }

    /// <summary>Whether it has not begun yet.</summary>
    public bool IsPlanned { get; }

    public Terms Terms { get; } = new();

    /// <summary>What is asked for: a later end and nothing else is an extension.</summary>
    public RequestAction ActionIn(TimeZoneInfo zone) => (IsRenewal, IsPlanned && StartIn(zone) != before.Period.Start) switch
    {
        (true, _) => RequestAction.AdminRenew,
        (_, false) when EndsLater(zone) => RequestAction.AdminExtend,
        _ => RequestAction.AdminUpdate,
    };

    /// <summary>The ask, once it is complete.</summary>
    public AssignmentAsk Ask(DateTimeOffset now, TimeZoneInfo zone) => new(before.Kind, before.Principal, before.Role, before.Scope)
    {
        Target = before.Id,
        Start = StartIn(zone) ?? (IsPlanned ? now : null),
        Expiration = IsSame ? new Expiration.AfterDateTime(before.Period.End!.Value) : Terms.ExpirationIn(zone),
        Justification = Terms.Justification,
        Ticket = Terms.Ticket,
    };

    private static DateTimeOffset Proposal(Schedule schedule, DateTimeOffset now)
    {
        var length = schedule.Period.End - schedule.Period.Start;
        return Terms.HourAfter(now) + (length ?? TimeSpan.FromDays(schedule.Kind == ScheduleKind.Eligibility ? 365 : 1));
    }

    // Fields know no seconds; what was not touched stays to the microsecond.
    private DateTimeOffset? StartIn(TimeZoneInfo zone) => (Terms.StartsLater, IsPlanned && Terms.Start == start) switch
    {
        (false, _) => null,
        (true, true) => before.Period.Start,
        (true, false) => Terms.Start.In(zone),
    };

    private bool IsSame => !IsRenewal && !Terms.IsPermanent && before.Period.End is not null && Terms.End == end;

    private bool EndsLater(TimeZoneInfo zone) => before.Effective.End is { } ends && !IsSame
        && (Terms.IsPermanent || Terms.End.In(zone) > ends);
}
