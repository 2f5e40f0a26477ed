using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>In whose name somebody holds what they hold.</summary>
internal static class Holders
{
    /// <summary>Somebody, and all groups they belong to now.</summary>
    public static async Task<IReadOnlyList<PrincipalId>> WithGroupsAsync(
        this IDirectory directory, PrincipalId id, DateTimeOffset now, CancellationToken ct) => [id, .. (await directory.GroupsOfAsync(id, now, ct)).Keys];
}
