namespace Regent.Targets.Entra;

/// <summary>Asks for what is held of one role. Ids hold nothing that would need to be escaped.</summary>
internal static class EntraFilter
{
    public static string Of(string role, string? principal) =>
        principal is null ? $"roleDefinitionId eq '{role}'" : $"principalId eq '{principal}' and roleDefinitionId eq '{role}'";
}
