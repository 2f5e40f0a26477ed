namespace Regent.Api.Arm.Roles;

/// <summary>Whether a role comes with the product, in the words programs know.</summary>
internal static class RoleTypes
{
    public const string BuiltIn = "BuiltInRole";
    public const string Custom = "CustomRole";
}
