using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Postgres;

/// <summary>PostgreSQL as a target.</summary>
internal static class PostgresTargetExtensions
{
    public static IServiceCollection AddPostgresTarget(this IServiceCollection services) => services.AddSingleton(
        new TargetDriver(TargetKind.Postgres, "PostgreSQL", PostgresTargetOptions.Settings, Open)
        {
            AccountMeans = "the name of a login role",
            EntitlementMeans = "the name of a role whose members have the access",
            Landing = new Dictionary<LandingStep, string>
            {
                [LandingStep.Close] = "A temporary login takes no new sessions; other logins cannot be closed.",
                [LandingStep.EndSessions] = "All sessions of the account on the server are ended.",
            },
        });

    private static Outcome<ITarget> Open(Target target) => PostgresTargetOptions.Read(target.Settings) switch
    {
        Outcome<PostgresTargetOptions>.Done { Value: { TemporaryLogins: true } options } =>
            new Outcome<ITarget>.Done(new PostgresTargetWithLogins(options, new LoginMarks(target.Id))),
        Outcome<PostgresTargetOptions>.Done { Value: var options } =>
            new Outcome<ITarget>.Done(new PostgresTarget(options, new LoginMarks(target.Id))),
        Outcome<PostgresTargetOptions>.Refused { Reasons: var reasons } => new Outcome<ITarget>.Refused(reasons),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
