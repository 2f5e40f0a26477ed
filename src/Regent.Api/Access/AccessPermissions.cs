using Regent.Api.Graph.Protocol;

namespace Regent.Api.Access;

/// <summary>What tokens must carry for Regent's own addresses; the names are Regent's own too.</summary>
internal static class AccessPermissions
{
    private const string Read = "Targets.Read.All";
    private const string Write = "Targets.ReadWrite.All";

    public static TokenPermission ReadTargets { get; } = new([Read, Write], [Read, Write]);

    public static TokenPermission WriteTargets { get; } = new([Write], [Write]);

    /// <summary>Nobody is handed anything but for themselves.</summary>
    public static TokenPermission TakeCredentials { get; } = new(["Credentials.Issue"], []);
}
