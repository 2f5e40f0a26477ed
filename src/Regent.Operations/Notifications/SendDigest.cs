using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Notifications;

/// <summary>Owes administrators the past week in figures, and plans the next. Safe to run twice (specification, section 5.5).</summary>
public sealed class SendDigest(
    IUnitOfWork unit, IAgenda agenda, Approvers approvers, OwedMails mails, NotificationOptions options, TimeProvider clock)
{
    /// <summary>Puts the next digest on the agenda; at start-up, where it may never have been or been switched off.</summary>
    public Task PlanAsync(CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            await PlanNextAsync(clock.GetUtcNow(), token);
            return options.Digest;
        },
        ct);

    public Task ExecuteAsync(Guid week, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            if (options.Digest)
            {
                var told = await approvers.HoldersOfAsync(DirectoryRoles.ToldOfActivations, now, token);
                var notices = told.Select(person => Notice.To(NoticeKind.Digest, person.Id)).ToList();
                await mails.OweAsync(notices, story: null, DigestWeek.Of(week).Occasion, now, token);
            }

            await PlanNextAsync(now, token);
            return week;
        },
        ct);

    private async Task PlanNextAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (options.Digest)
        {
            var next = DigestWeek.After(now, options.DigestDay, options.DigestHour);
            await agenda.AddAsync(AgendaKind.SendDigest, next.Id, now, next.DueAt(options.DigestHour), ct);
        }
    }
}
