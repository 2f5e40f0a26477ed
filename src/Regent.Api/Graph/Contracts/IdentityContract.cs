using System.Text.Json.Serialization;

namespace Regent.Api.Graph.Contracts;

/// <summary>Somebody, told by id.</summary>
/// <param name="DisplayName">The name, where it is known.</param>
/// <param name="Id">The id; null where it was nobody.</param>
internal sealed record IdentityContract(string? DisplayName, string? Id)
{
    /// <summary>The sign-in name; left out where it is not told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserPrincipalName { get; init; }
}
