using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Operations.Requests;
using Regent.Operations.Roles;
using Regent.Server.Tests.Api.Arm;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Targets;

/// <summary>Sets up resource groups in the sample's shop.</summary>
internal static class SecondAzure
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A new resource group.</summary>
    public static async Task<Scope> MakeGroupAsync(this SecureServer server, string name)
    {
        var node = new ScopeNode(At($"{ArmClient.Shop}/resourceGroups/{name}"), name, At(ArmClient.Shop));
        return Done(await server.Services.GetRequiredService<SaveScope>().ExecuteAsync(await server.AdaAsync(), node, Ct)).Scope;
    }

    /// <summary>Lets a role be given without end at a scope.</summary>
    public static async Task AllowForEverAsync(this SecureServer server, string role, Scope scope)
    {
        var policy = RolePolicy.Default(IdOf(role), scope);
        Done(await server.Services.GetRequiredService<ChangeRoleSettings>().ExecuteAsync(
            await server.AdaAsync(), policy with { Assignment = policy.Assignment with { AllowsPermanent = true } }, Ct));
    }

    /// <summary>Gives a role for some months.</summary>
    public static async Task GiveAsync(this SecureServer server, PrincipalId principal, string role, Scope scope) =>
        Done(await server.Services.GetRequiredService<AssignRole>().ExecuteAsync(
            await server.AdaAsync(),
            new AssignmentAsk(ScheduleKind.Assignment, principal, IdOf(role), scope)
            {
                Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(90)),
                Justification = "For one test",
            },
            Ct));

    public static Scope At(string path) => Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path));

    public static RoleDefinitionId IdOf(string role) => new(Guid.Parse(ArmClient.Role(role)));

    private static T Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome).Value;
}
