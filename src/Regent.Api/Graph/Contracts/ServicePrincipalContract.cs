using Regent.Api.OData;
using Regent.Core.Principals;

namespace Regent.Api.Graph.Contracts;

/// <summary>A program that can hold roles (specification of the API, section 2.9). What Regent does not keep is null.</summary>
[Entity("servicePrincipal", IsSearchable = true)]
internal sealed record ServicePrincipalContract : DirectoryObjectContract
{
    public bool? AccountEnabled { get; init; }

    public IReadOnlyList<string> AlternativeNames { get; init; } = [];

    public string? AppDescription { get; init; }

    public string? AppDisplayName { get; init; }

    public string? AppId { get; init; }

    public bool AppRoleAssignmentRequired { get; init; }

    public string? Description { get; init; }

    public string? DisabledByMicrosoftStatus { get; init; }

    public string? Homepage { get; init; }

    public IReadOnlyList<string> ServicePrincipalNames { get; init; } = [];

    public string ServicePrincipalType { get; init; } = "Application";

    public string? SignInAudience { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public static new ServicePrincipalContract Of(Principal program) => new()
    {
        Id = program.Id.ToString(),
        DisplayName = program.DisplayName,
        AccountEnabled = program.IsEnabled,
        AppDisplayName = program.DisplayName,
        AppId = program.AppId?.ToString("D"),
        ServicePrincipalNames = program.AppId is { } app ? [app.ToString("D")] : [],
    };
}
