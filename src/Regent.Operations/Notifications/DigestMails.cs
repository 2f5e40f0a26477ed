using System.Globalization;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>What the weekly digest says, counted when it is sent.</summary>
public sealed class DigestMails(IRequestStore requests, IScheduleStore schedules, NotificationOptions options)
{
    private const int TopRoles = 5;

    public async Task<MailText> WriteAsync(Mail mail, CancellationToken ct)
    {
        var (since, until) = (mail.CreatedAt.AddDays(-7), mail.CreatedAt);
        var figures = await CountAsync(since, until, ct);
        return MailLayout.Write(
            "PIM: Your week in privileged roles",
            $"What happened to directory roles from {MailLayout.Moment(since)} to {MailLayout.Moment(until)}.",
            [
                ("People who activated a role", Text(figures.Activated)),
                ("Made permanently active", Text(figures.MadePermanent)),
                ("Assignments in all", Text(figures.Assignments)),
                .. figures.TopRoles.Select((top, index) => (index == 0 ? "Activated most" : "", (string?)$"{top.Role}: {top.Count}")),
            ],
            "See all assignments", options.To("assignments"));
    }

    private async Task<DigestFigures> CountAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken ct)
    {
        var happened = await InWeekAsync(since, until, ct);
        var activations = happened.Where(one => one.Request.IsActivation).ToList();
        return new DigestFigures(
            activations.Select(one => one.Principal.Id).Distinct().Count(),
            happened.Count(one => one.Request is { IsActivation: false, Kind: ScheduleKind.Assignment } && one.Schedule?.Period.IsPermanent == true),
            await OpenAsync(ScheduleKind.Eligibility, until, ct) + await OpenAsync(ScheduleKind.Assignment, until, ct),
            [
                .. activations.GroupBy(one => one.Role.DisplayName).Select(role => (Role: role.Key, Count: role.Count()))
                    .OrderByDescending(role => role.Count).ThenBy(role => role.Role, StringComparer.Ordinal).Take(TopRoles),
            ]);
    }

    private Task<int> OpenAsync(ScheduleKind kind, DateTimeOffset now, CancellationToken ct) => schedules.CountAsync(
        new ScheduleQuery(kind, ScheduleView.Open, now) { System = RoleSystem.Directory, Type = AssignmentType.Assigned }, ct);

    // The newest come first, so that what is older than the week ends the reading.
    private async Task<IReadOnlyList<RequestListing>> InWeekAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken ct)
    {
        var query = new RequestQuery
        {
            System = RoleSystem.Directory,
            Actions = [RequestAction.SelfActivate, RequestAction.AdminAssign, RequestAction.AdminUpdate, RequestAction.AdminRenew],
            Statuses = [RequestStatus.Provisioned],
        };
        var found = new List<RequestListing>();
        string? cursor = null;
        do
        {
            var page = await requests.ListAsync(query, new PageAsk(PageAsk.Largest, cursor), ct);
            found.AddRange(page.Items.Where(one => one.Request.CreatedAt >= since && one.Request.CreatedAt < until));
            cursor = page.Items is [.., var last] && last.Request.CreatedAt >= since ? page.Next : null;
        }
        while (cursor is not null);

        return found;
    }

    private static string Text(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
