using Regent.Core.Principals;

namespace Regent.Api.Graph.Audit;

/// <summary>A program that did something.</summary>
internal sealed record AppIdentityContract(string? AppId, string DisplayName, string? ServicePrincipalId, string? ServicePrincipalName)
{
    public static AppIdentityContract Of(Principal program) =>
        new(program.AppId?.ToString("D"), program.DisplayName, program.Id.ToString(), ServicePrincipalName: null);
}
