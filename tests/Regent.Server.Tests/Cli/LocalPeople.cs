using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Server.Tests.Cli;

/// <summary>Ada, who administers, Alan, who is eligible for Exchange Administrator, and Grace, in a data directory.</summary>
internal sealed class LocalPeople(LocalData local)
{
    public static RoleDefinitionId Exchange { get; } = DirectoryRoles.BuiltIn.Single(role => role.DisplayName == "Exchange Administrator").Id;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task MoveInAsync()
    {
        await local.ImportAsync(
            "userPrincipalName,displayName", "ada@regent.example,Ada Lovelace", "alan@regent.example,Alan Turing", "grace@regent.example,Grace Hopper");
        await local.AskAsync(async services =>
        {
            var ada = (await services.GetRequiredService<CreateFirstAdministrator>().ExecuteAsync(Make.Name("ada@regent.example"), "Ada", Ct)).Done();
            var alan = await FindAsync(services, "alan");
            return (await services.GetRequiredService<AssignRole>().ExecuteAsync(
                new Caller(ada.Id, null), new AssignmentAsk(ScheduleKind.Eligibility, alan.Id, Exchange, Scope.Tenant), Ct)).Done();
        });
    }

    /// <summary>Alan activates the role for so long.</summary>
    public Task<ScheduleRequest> ActivateAsync(TimeSpan duration) => local.AskAsync(async services =>
    {
        var alan = await FindAsync(services, "alan");
        return (await services.GetRequiredService<ActivateRole>().ExecuteAsync(
            new Caller(alan.Id, null),
            new ActivationAsk(alan.Id, Exchange, Scope.Tenant) { Expiration = new Expiration.AfterDuration(duration), Justification = "A mailbox is stuck." },
            Ct)).Done();
    });

    private static async Task<Principal> FindAsync(IServiceProvider services, string name) =>
        (await services.GetRequiredService<IDirectory>().FindByNameAsync(Make.Name($"{name}@regent.example"), Ct))!;
}
