using Regent.Api.OData;
using Regent.Core.Principals;

namespace Regent.Api.Graph.Contracts;

/// <summary>A group (specification of the API, section 2.9). What Regent does not keep is null.</summary>
[Entity("group", IsSearchable = true)]
internal sealed record GroupContract : DirectoryObjectContract
{
    public string? Classification { get; init; }

    public DateTimeOffset? CreatedDateTime { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset? ExpirationDateTime { get; init; }

    public IReadOnlyList<string> GroupTypes { get; init; } = [];

    /// <summary>Whether it can hold directory roles.</summary>
    public bool IsAssignableToRole { get; init; }

    public bool? IsManagementRestricted { get; init; }

    public string? Mail { get; init; }

    public bool MailEnabled { get; init; }

    public string? MailNickname { get; init; }

    public string? MembershipRule { get; init; }

    public string? MembershipRuleProcessingState { get; init; }

    public bool? OnPremisesSyncEnabled { get; init; }

    public IReadOnlyList<string> ProxyAddresses { get; init; } = [];

    public bool SecurityEnabled { get; init; } = true;

    public string? SecurityIdentifier { get; init; }

    public string? UniqueName { get; init; }

    public string? Visibility { get; init; }

    /// <summary>Who is directly in it; only where that is asked.</summary>
    [OnDemand]
    public IReadOnlyList<DirectoryObjectContract> Members { get; init; } = [];

    /// <summary>Who owns it; only where that is asked.</summary>
    [OnDemand]
    public IReadOnlyList<DirectoryObjectContract> Owners { get; init; } = [];

    public static new GroupContract Of(Principal group) => new()
    {
        Id = group.Id.ToString(),
        DisplayName = group.DisplayName,
        Mail = group.Mail,
        MailEnabled = group.Mail is not null,
        IsAssignableToRole = group.IsRoleAssignable,
    };
}
