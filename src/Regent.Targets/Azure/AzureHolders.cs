namespace Regent.Targets.Azure;

/// <summary>Reads who has what at a scope, given or activated; what comes through a group is the group's.</summary>
internal static class AzureHolders
{
    /// <param name="arm">Azure Resource Manager.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="kind">What is read, such as <c>roleAssignments</c>.</param>
    /// <param name="version">Its version of the API.</param>
    /// <param name="principal">Only this one, wherever; null is everybody at the scope and above.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<TenantReply<IReadOnlyList<AzureHolder>>> ReadAsync(
        AzureArm arm, string scope, string kind, string version, string? principal, CancellationToken ct)
    {
        var reply = await arm.ListAsync(scope, kind, version, principal is null ? "atScope()" : $"principalId eq '{principal}'", ct);
        return reply.Value is { } all
            ? TenantReply<IReadOnlyList<AzureHolder>>.Of([.. all.Select(AzureHolder.Read).OfType<AzureHolder>()])
            : reply.As<IReadOnlyList<AzureHolder>>();
    }
}
