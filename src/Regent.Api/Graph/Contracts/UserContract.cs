using Regent.Api.OData;
using Regent.Core.Principals;

namespace Regent.Api.Graph.Contracts;

/// <summary>A person (specification of the API, section 2.9). What Regent does not keep is null.</summary>
[Entity("user", IsSearchable = true)]
internal sealed record UserContract : DirectoryObjectContract
{
    public IReadOnlyList<string> BusinessPhones { get; init; } = [];

    public string? GivenName { get; init; }

    public string? JobTitle { get; init; }

    public string? Mail { get; init; }

    public string? MobilePhone { get; init; }

    public string? OfficeLocation { get; init; }

    public string? PreferredLanguage { get; init; }

    public string? Surname { get; init; }

    public string? UserPrincipalName { get; init; }

    [OnDemand]
    public bool? AccountEnabled { get; init; }

    [OnDemand]
    public string? CompanyName { get; init; }

    [OnDemand]
    public DateTimeOffset? CreatedDateTime { get; init; }

    [OnDemand]
    public string? Department { get; init; }

    [OnDemand]
    public string? EmployeeId { get; init; }

    [OnDemand]
    public string? EmployeeType { get; init; }

    [OnDemand]
    public string? ExternalUserState { get; init; }

    [OnDemand]
    public string? MailNickname { get; init; }

    [OnDemand]
    public string? OnPremisesImmutableId { get; init; }

    [OnDemand]
    public bool? OnPremisesSyncEnabled { get; init; }

    [OnDemand]
    public IReadOnlyList<string> OtherMails { get; init; } = [];

    [OnDemand]
    public string? SecurityIdentifier { get; init; }

    [OnDemand]
    public string? UsageLocation { get; init; }

    [OnDemand]
    public string? UserType { get; init; }

    public static new UserContract Of(Principal person) => new()
    {
        Id = person.Id.ToString(),
        DisplayName = person.DisplayName,
        JobTitle = person.JobTitle,
        Mail = person.Mail,
        UserPrincipalName = person.UserPrincipalName?.Value,
        AccountEnabled = person.IsEnabled,
        Department = person.Department,
        UserType = "Member",
    };
}
