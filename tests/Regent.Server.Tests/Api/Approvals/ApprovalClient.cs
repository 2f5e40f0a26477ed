using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Requests;
using Regent.Server.Tests.Hosting;
using Regent.Testing;

namespace Regent.Server.Tests.Api.Approvals;

/// <summary>What waits for approvers, and how it came to.</summary>
internal static class ApprovalClient
{
    public const string OfGroups = "/identityGovernance/privilegedAccess/group/assignmentApprovals";
    public const string ToDecide = "filterByCurrentUser(on='approver')";

    /// <summary>Somebody of the sample asks to become member of a group.</summary>
    public static async Task<string> AskToJoinAsync(this SampleServer server, string name, string group)
    {
        var person = await server.PersonAsync(name);
        var outcome = await server.Services.GetRequiredService<ActivateRole>().ExecuteAsync(
            new Caller(person.Id, MfaAt: null),
            new ActivationAsk(person.Id, GroupRoles.Member, Scope.OfGroup(new PrincipalId(new Guid(group))))
            {
                Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(2)),
                Justification = "A database is stuck.",
            },
            TestContext.Current.CancellationToken);
        return outcome.Done().Id.ToString();
    }

    /// <summary>Somebody of the sample asks to stay member of a group for longer.</summary>
    public static async Task<string> AskToExtendAsync(this SampleServer server, string name, string group)
    {
        var person = await server.PersonAsync(name);
        var outcome = await server.Services.GetRequiredService<ExtendRole>().ExecuteAsync(
            new Caller(person.Id, server.Clock.GetUtcNow()),
            new AssignmentAsk(ScheduleKind.Assignment, person.Id, GroupRoles.Member, Scope.OfGroup(new PrincipalId(new Guid(group))))
            {
                Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(4)),
                Justification = "Not done yet.",
            },
            TestContext.Current.CancellationToken);
        return outcome.Done().Id.ToString();
    }
}
