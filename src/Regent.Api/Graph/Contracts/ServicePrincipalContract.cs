using Regent.Api.OData;
using Regent.Core.Principals;

namespace Regent.Api.Graph.Contracts;

/// <summary>A program that can hold roles (specification of the API, section 2.9). What Regent does not keep is null.</summary>
[Entity("servicePrincipal")]
internal sealed record ServicePrincipalContract : DirectoryObjectContract
{
    public bool? AccountEnabled { get; init; }

    public string? AppDisplayName { get; init; }

    public string? AppId { get; init; }

    public string ServicePrincipalType { get; init; } = "Application";

    public static new ServicePrincipalContract Of(Principal program) => new()
    {
        Id = program.Id.ToString(),
        DisplayName = program.DisplayName,
        AccountEnabled = program.IsEnabled,
        AppDisplayName = program.DisplayName,
    };
}
