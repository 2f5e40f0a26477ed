using Regent.Testing.Targets;

namespace Regent.Bench;

/// <summary>The targets that this machine has the servers for.</summary>
internal static class BenchTargets
{
    public static IEnumerable<Func<Task<IBenchTarget>>> All()
    {
        if (OpenLdapServer.Missing is null)
        {
            yield return LdapBenchTarget.StartAsync;
        }

        if (PostgresPrograms.Installed is not null)
        {
            yield return PostgresBenchTarget.StartAsync;
        }
    }
}
