using Regent.Core.Targets;

namespace Regent.Targets.Azure;

/// <summary>One holding in Azure's own terms.</summary>
/// <param name="Holding">What it is to Regent.</param>
/// <param name="Principal">The object id of the account.</param>
/// <param name="Role">The id of the role.</param>
/// <param name="Scope">Where it is held.</param>
/// <param name="Answer">Why it cannot be told; null when the others are.</param>
internal sealed record AzurePlace(Holding Holding, string Principal, string Role, string Scope, TargetAnswer? Answer)
{
    /// <summary>Whether it can be held by nobody, so that there is nothing to take back.</summary>
    public bool IsNowhere => Answer?.Result is TargetResult.UnknownAccount or TargetResult.UnknownEntitlement;

    /// <summary>The role as it is named at the scope.</summary>
    public string RoleAddress => $"{Scope}/providers/Microsoft.Authorization/roleDefinitions/{Role}";

    public (string Principal, string Role, string Scope) Key => (Principal, Role, Scope.ToUpperInvariant());

    public static AzurePlace Without(Holding holding, TargetAnswer answer) => new(holding, "", "", "", answer);
}
