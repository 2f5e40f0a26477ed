using Regent.Core.Assignments;
using Regent.Operations.Ports;

namespace Regent.Operations.Recording;

/// <summary>Plans what is told of a schedule's end, before and at it. Called inside a unit of work, again whenever the end moves.</summary>
public sealed class Reminders(IAgenda agenda, NotificationOptions options)
{
    public async Task PlanAsync(Schedule schedule, DateTimeOffset now, CancellationToken ct)
    {
        if (schedule.Effective.End is not { } end)
        {
            return;
        }

        await agenda.AddAsync(AgendaKind.TellEnd, schedule.Id.Value, now, end, ct);
        foreach (var (kind, lead) in Leads(schedule.Type))
        {
            // One that would be due before there is anything to remind of says nothing new.
            var due = end - lead;
            if (due > now && due > schedule.Period.Start)
            {
                await agenda.AddAsync(kind, schedule.Id.Value, now, due, ct);
            }
        }
    }

    private IEnumerable<(AgendaKind Kind, TimeSpan Lead)> Leads(AssignmentType type) => type switch
    {
        AssignmentType.Activated => [(AgendaKind.RemindOfNearEnd, options.EndingSoon)],
        AssignmentType.Assigned => [(AgendaKind.RemindOfEnd, options.FirstReminder), (AgendaKind.RemindOfEndAgain, options.LastReminder)],
    };
}
