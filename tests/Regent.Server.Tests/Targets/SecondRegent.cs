using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Operations.Roles;
using Regent.Server.Tests.Hosting;
using Regent.Server.Tests.Tokens;
using Regent.Targets.Azure;
using Regent.Targets.Entra;

namespace Regent.Server.Tests.Targets;

/// <summary>The sample server as the tenant at the other end, with programs of its own as whom a target signs in there.</summary>
internal static class SecondRegent
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The port at which it listens for https.</summary>
    public static int Port(this SecureServer server) => new Uri(server.SecureAddress).Port;

    /// <summary>The settings with which a program reaches it.</summary>
    /// <param name="server">The tenant.</param>
    /// <param name="program">Who signs in.</param>
    /// <param name="port">The port of the network in between.</param>
    /// <param name="others">Name and text, in turn.</param>
    public static TargetSettings Settings(this SecureServer server, OAuthProgram program, int port, params string[] others) =>
        new TargetSettings(new Dictionary<string, string>
        {
            ["tenant"] = server.Services.GetRequiredService<Tenant>().Id.ToString(),
            ["clientId"] = program.App.Id.ToString(),
            ["clientSecret"] = program.Secret!,
            ["authority"] = $"https://127.0.0.1:{port}",
            ["graphUrl"] = $"https://127.0.0.1:{port}",
            ["caCertificates"] = File.ReadAllText(server.AuthorityFile),
            ["timeoutSeconds"] = "8",
        }).With(others.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1])));

    /// <summary>Opens a target as this server would.</summary>
    public static Outcome<ITarget> Open(TargetKind kind, TargetSettings settings)
    {
        Assert.True(AccountTemplate.TryParse("{upn}", out var template));
        var driver = kind == TargetKind.Entra ? EntraTargetExtensions.DriverOf(TimeProvider.System) : AzureTargetExtensions.DriverOf(TimeProvider.System);
        return driver.Open(new Target(new TargetId(Guid.CreateVersion7()), "Second", kind, template, settings, TargetState.Live));
    }

    /// <summary>Opens a target that keeps to the clock of the tenant.</summary>
    public static ITarget OpenTimely(this SecureServer server, TargetKind kind, TargetSettings settings) =>
        new TimelyTarget(Assert.IsType<Outcome<ITarget>.Done>(Open(kind, settings)).Value, server.Clock);

    /// <summary>An administrator of the tenant.</summary>
    public static async Task<Caller> AdaAsync(this SecureServer server) => new((await server.PersonAsync("ada")).Id, MfaAt: null);

    /// <summary>Has somebody activate a role by themselves, for an hour.</summary>
    public static async Task ActivateAsync(this SecureServer server, string person, RoleDefinitionId role, Scope scope)
    {
        var (who, hour) = ((await server.PersonAsync(person)).Id, new Expiration.AfterDuration(TimeSpan.FromHours(1)));
        Assert.IsType<Outcome<ScheduleRequest>.Done>(await server.Services.GetRequiredService<AssignRole>().ExecuteAsync(
            await server.AdaAsync(),
            new AssignmentAsk(ScheduleKind.Eligibility, who, role, scope) { Expiration = hour, Justification = "For one test" },
            Ct));
        Assert.IsType<Outcome<ScheduleRequest>.Done>(await server.Services.GetRequiredService<ActivateRole>().ExecuteAsync(
            new Caller(who, MfaAt: server.Clock.GetUtcNow()),
            new ActivationAsk(who, role, scope) { Expiration = hour, Justification = "By myself" },
            Ct));
    }

    /// <summary>Makes a directory role that nobody has.</summary>
    public static async Task<RoleDefinition> MakeRoleAsync(this SecureServer server, string name)
    {
        var role = new RoleDefinition(default, name, "For one test", IsPrivileged: false, IsBuiltIn: false)
        {
            System = RoleSystem.Directory,
            AllowedActions = ["microsoft.directory/users/basic/read"],
        };
        var saved = await server.Services.GetRequiredService<SaveRole>().ExecuteAsync(await server.AdaAsync(), role, Ct);
        return Assert.IsType<Outcome<RoleDefinition>.Done>(saved).Value;
    }
}
