using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Tests.Lives;

/// <summary>Everything that is written, at one moment.</summary>
internal sealed record Snapshot(
    IReadOnlyList<ScheduleRequest> Requests, IReadOnlyList<Schedule> Schedules, IReadOnlyList<Mail> Mails, int Recorded, int Agenda)
{
    public static async Task<Snapshot> OfAsync(Office office)
    {
        var requests = await office.World.Requests.ListAsync(new RequestQuery(), new PageAsk(PageAsk.Largest), Office.Ct);
        var schedules = new List<Schedule>();
        foreach (var kind in Enum.GetValues<ScheduleKind>())
        {
            foreach (var view in new[] { ScheduleView.Open, ScheduleView.Over })
            {
                var page = await office.World.Schedules.ListAsync(
                    new ScheduleQuery(kind, view, office.Now) { Sort = ScheduleSort.Start }, new PageAsk(PageAsk.Largest), Office.Ct);
                schedules.AddRange(page.Items.Select(item => item.Schedule));
            }
        }

        return new Snapshot(
            [.. requests.Items.Select(item => item.Request)], [.. schedules.OrderBy(one => one.Id.Value)],
            office.World.Mails.Mails, office.World.Audit.Entries.Count, office.World.Agenda.Items.Count);
    }

    /// <summary>Whether exactly the same is written; what is over by now is still the same.</summary>
    public bool IsSameAs(Snapshot other) =>
        (Recorded, Mails.Count, Agenda) == (other.Recorded, other.Mails.Count, other.Agenda)
        && Requests.SequenceEqual(other.Requests) && Schedules.SequenceEqual(other.Schedules);
}
