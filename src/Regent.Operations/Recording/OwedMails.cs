using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Recording;

/// <summary>Owes the mails about what happened. Called inside a unit of work, so that a mail is owed if what it tells of happened.</summary>
public sealed class OwedMails(
    IMailStore mails, IAgenda agenda, IPolicyStore policies, IDirectory directory, Approvers approvers, Administrators administrators)
{
    /// <summary>So many members of a group are written to about one event, 1,000 (specification, section 5.1).</summary>
    public const int MostMembers = 1_000;

    /// <summary>Owes what one step of a request owes.</summary>
    /// <param name="change">What happened.</param>
    /// <param name="story">The request the mails are about.</param>
    /// <param name="now">The moment.</param>
    /// <param name="ct">Gives up.</param>
    public async Task OweAsync(RequestChange change, RequestId story, DateTimeOffset now, CancellationToken ct)
    {
        if (change.Events.Any(happened => happened.Kind is not (RequestEventKind.Canceled or RequestEventKind.Shortened)))
        {
            await OweAsync(RequestNotices.Owed(change, await AudienceAsync(change, now, ct)), story, occasion: "", now, ct);
        }
    }

    /// <summary>Owes mails of one occasion; what was owed before is not owed again.</summary>
    public async Task OweAsync(
        IReadOnlyList<Notice> notices, RequestId? story, string occasion, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var notice in notices)
        {
            var mail = new Mail(Guid.CreateVersion7(now), notice.Kind, notice.Person, story, now)
            {
                Address = notice.Address,
                Occasion = occasion,
            };
            if (await mails.AddAsync(mail, ct))
            {
                await agenda.AddAsync(AgendaKind.SendMail, mail.Id, now, now, ct);
            }
        }
    }

    /// <summary>Whom the coming end of a schedule concerns.</summary>
    public async Task<Audience> OfEndAsync(Schedule ending, DateTimeOffset now, CancellationToken ct)
    {
        var policy = await policies.GetAsync(ending.Role, ending.Scope, ct);
        return new Audience(policy.Notifications)
        {
            Assignees = await AssigneesAsync(ending.Principal, now, ct),
            Administrators = ending.Type == AssignmentType.Assigned ? await administrators.ToldAsync(ending.Scope, now, ct) : [],
        };
    }

    private async Task<Audience> AudienceAsync(RequestChange change, DateTimeOffset now, CancellationToken ct)
    {
        var request = change.Request;
        var policy = await policies.GetAsync(request.Role, request.Scope, ct);
        return new Audience(policy.Notifications)
        {
            Assignees = await AssigneesAsync(request.Principal, now, ct),
            Administrators = IsToldToAdministrators(change) ? await administrators.ToldAsync(request.Scope, now, ct) : [],
            Approvers = (request.Status switch
            {
                RequestStatus.PendingApproval => await approvers.OfAsync(policy.Activation, now, ct),
                RequestStatus.PendingAdminDecision => await administrators.DecidingAsync(request.Scope, now, ct),
                _ => Array.Empty<Principal>(),
            }).Where(person => person.Id != request.Principal).ToList(),
        };
    }

    private async Task<IReadOnlyList<Principal>> AssigneesAsync(PrincipalId principal, DateTimeOffset now, CancellationToken ct) =>
        await directory.FindAsync(principal, ct) switch
        {
            { Kind: PrincipalKind.User } person => [person],
            { Kind: PrincipalKind.Group } => [.. (await directory.EnabledUsersInAsync([principal], now, ct)).Take(MostMembers)],
            _ => [],
        };

    // Of activations only the beginning; it is the path that must be short.
    private static bool IsToldToAdministrators(RequestChange change) =>
        !change.Request.IsActivation || change.Events.Any(happened => happened.Kind == RequestEventKind.Completed);
}
