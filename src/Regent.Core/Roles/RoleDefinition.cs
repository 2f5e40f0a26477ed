namespace Regent.Core.Roles;

/// <summary>What can be held.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DisplayName">Its name as people know it.</param>
/// <param name="Description">What it allows, in one sentence.</param>
/// <param name="IsPrivileged">Whether holding it endangers the whole organisation.</param>
/// <param name="IsBuiltIn">Whether it comes with the product.</param>
public sealed record RoleDefinition(
    RoleDefinitionId Id, string DisplayName, string Description, bool IsPrivileged, bool IsBuiltIn);
