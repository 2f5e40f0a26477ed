using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Principals;

/// <summary>
/// Gives an organisation that nobody administers its first Global Administrator, permanent and active: somebody who was imported
/// before, or somebody new. Called by the set-up page, which has checked the set-up code.
/// </summary>
public sealed class CreateFirstAdministrator(
    IUnitOfWork unit, IDirectory directory, IScheduleStore schedules, IAuditLog audit, RequestRecorder recorder, TimeProvider clock)
{
    /// <summary>The person; refused when somebody holds the role already.</summary>
    public Task<Outcome<Principal>> ExecuteAsync(UserPrincipalName name, string displayName, CancellationToken ct) =>
        unit.RunAsync(token => CreateAsync(name, displayName, token), ct);

    private async Task<Outcome<Principal>> CreateAsync(UserPrincipalName name, string displayName, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await schedules.HoldersAsync([DirectoryRoles.GlobalAdministrator], now, ct)).Count > 0)
        {
            return new Refusal(RefusalCode.AuthorizationRequestDenied, "There is an administrator already. Sign in.");
        }

        var known = await directory.FindByNameAsync(name, ct);
        var person = known is null
            ? new Principal(PrincipalId.At(now), PrincipalKind.User, displayName) { UserPrincipalName = name }
            : known with { IsEnabled = true };
        await directory.SaveAsync(person, ct);
        await audit.AppendAsync(
            [AuditEntry.Of(now, AuditActivities.FirstAdministratorCreated, person.Id) with { Subject = person.Id }], ct);
        var ask = new AssignmentAsk(ScheduleKind.Assignment, person.Id, DirectoryRoles.GlobalAdministrator, Scope.Tenant)
        {
            Expiration = new Expiration.Never(),
            Justification = "First administrator",
        };
        var facts = new AssignmentFacts(now, RolePolicy.Default(ask.Role, ask.Scope), person, Present: [], HasFreshMfa: false);
        return await AdministratorAssignment.Assign(RequestId.At(now), person.Id, ask, facts).ThenAsync(async change =>
        {
            await recorder.AddAsync(change, change.Request.Id, now, ct);
            return person;
        });
    }
}
