using System.Globalization;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Notifications;

/// <summary>
/// Tells that a schedule ends before long: of what was given twice, of an activation shortly before. Safe to run twice, and silent when the
/// end has moved or is past (specification, section 5.4).
/// </summary>
public sealed class RemindOfEnd(
    IUnitOfWork unit, IRequestStore requests, IScheduleStore schedules, OwedMails mails, NotificationOptions options, TimeProvider clock)
{
    /// <summary>The first reminder of what an administrator gave.</summary>
    public Task FirstAsync(ScheduleId id, CancellationToken ct) => RemindAsync(id, options.FirstReminder, options.LastReminder, ct);

    /// <summary>The last reminder of what an administrator gave.</summary>
    public Task LastAsync(ScheduleId id, CancellationToken ct) => RemindAsync(id, options.LastReminder, TimeSpan.Zero, ct);

    /// <summary>The word to the holder of an activation.</summary>
    public Task NearAsync(ScheduleId id, CancellationToken ct) => RemindAsync(id, options.EndingSoon, TimeSpan.Zero, ct);

    private Task<ScheduleId> RemindAsync(ScheduleId id, TimeSpan most, TimeSpan least, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            if (await schedules.FindAsync(id, token) is { } ending
                && ending.IsInForceAt(now) && ending.Effective.End is { } end && end - now <= most && end - now > least
                && await requests.FindMakerAsync(id, token) is { } maker)
            {
                var audience = await mails.OfEndAsync(ending, now, token);
                var notices = ending.Type == AssignmentType.Activated
                    ? RequestNotices.OfNearEnd(audience)
                    : RequestNotices.OfComingEnd(ending, audience);
                await mails.OweAsync(notices, maker.Id, OccasionOf(most, end), now, token);
            }

            return id;
        },
        ct);

    // An end that was moved is another one, and reminded of again.
    private static string OccasionOf(TimeSpan lead, DateTimeOffset end) =>
        string.Create(CultureInfo.InvariantCulture, $"{lead.TotalMinutes:0} min before {end.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z");
}
