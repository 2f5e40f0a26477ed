using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Regent.Api.OData;

namespace Regent.Api.Graph.Metadata;

/// <summary>What contracts are called in the schema.</summary>
internal static class SchemaNames
{
    private const string Suffix = "Contract";

    // The others are called as here.
    private static readonly Dictionary<string, string> Different = new()
    {
        ["expiration"] = "expirationPattern",
        ["rolePermission"] = "unifiedRolePermission",
        ["auditInitiator"] = "auditActivityInitiator",
        ["ruleTarget"] = "unifiedRoleManagementPolicyRuleTarget",
    };

    /// <summary>What a contract with an identity of its own is called; null for any other.</summary>
    public static string? OfEntity(Type contract) => contract.GetCustomAttribute<EntityAttribute>(inherit: false)?.Name;

    /// <summary>What a contract is called.</summary>
    public static string Of(Type contract) => OfEntity(contract) ?? Discriminated(contract) ?? Plain(contract);

    private static string? Discriminated(Type contract) => contract.BaseType?.GetCustomAttributes<JsonDerivedTypeAttribute>()
        .FirstOrDefault(derived => derived.DerivedType == contract)?.TypeDiscriminator is string name ? name.Split('.')[^1] : null;

    private static string Plain(Type contract)
    {
        var name = contract.Name.EndsWith(Suffix, StringComparison.Ordinal) ? contract.Name[..^Suffix.Length] : contract.Name;
        var written = JsonNamingPolicy.CamelCase.ConvertName(name);
        return Different.GetValueOrDefault(written, written);
    }
}
