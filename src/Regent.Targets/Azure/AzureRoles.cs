using System.Text.Json;
using Azure.Core;
using Regent.Core.Targets;

namespace Regent.Targets.Azure;

/// <summary>The roles that can be held at scopes, found by name or id.</summary>
internal sealed class AzureRoles(AzureArm arm)
{
    private const string Version = "2022-04-01";
    private const string Kind = "roleDefinitions";

    /// <summary>The id of the role, or why it cannot be told; in the reply is trouble only where the way is lost.</summary>
    /// <param name="text">The entitlement as it is written.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<TenantReply<(string? Id, TargetAnswer? Trouble)>> FindAsync(string text, CancellationToken ct)
    {
        if (!AzureEntitlement.TryParse(text, out var entitlement))
        {
            return Of(null, TargetAnswer.UnknownEntitlement(text));
        }

        var reply = Guid.TryParseExact(entitlement.Role, "D", out var id)
            ? await ByIdAsync(entitlement.Scope, id, ct)
            : await arm.ListAsync(entitlement.Scope, Kind, Version, $"roleName eq '{entitlement.Role.Replace("'", "''", StringComparison.Ordinal)}'", ct);
        if (reply.Value is not { } found)
        {
            return reply.IsLost ? reply.As<(string?, TargetAnswer?)>()
                : Of(null, reply.IsMissing ? TargetAnswer.UnknownEntitlement(text) : reply.Trouble);
        }

        string[] ids = [.. found.Where(role => id != default || IsCalled(role, entitlement.Role)).Select(role => role.Text("name")).OfType<string>()];
        return ids switch
        {
            [var only] => Of(only, null),
            [] => Of(null, TargetAnswer.UnknownEntitlement(text)),
            _ => Of(null, TargetAnswer.Refused($"Several roles are called {entitlement.Role}. Name it by its id.")),
        };
    }

    private async Task<TenantReply<IReadOnlyList<JsonElement>>> ByIdAsync(string scope, Guid id, CancellationToken ct)
    {
        var reply = await arm.SendAsync(RequestMethod.Get, scope, $"{Kind}/{id}", Version, body: null, ct);
        return reply.Trouble is null ? TenantReply<IReadOnlyList<JsonElement>>.Of([reply.Value]) : reply.As<IReadOnlyList<JsonElement>>();
    }

    private static TenantReply<(string?, TargetAnswer?)> Of(string? id, TargetAnswer? trouble) => TenantReply<(string?, TargetAnswer?)>.Of((id, trouble));

    private static bool IsCalled(JsonElement role, string name) =>
        string.Equals(role.Member("properties").Text("roleName"), name, StringComparison.OrdinalIgnoreCase);
}
