using Regent.Core.Principals;

namespace Regent.Storage.Rows;

internal sealed class PrincipalRow
{
    public Guid Id { get; init; }
    public PrincipalKind Kind { get; set; }
    public required string DisplayName { get; set; }
    public string? UserPrincipalName { get; set; }

    /// <summary>The sign-in name folded, so that letter case never makes two people.</summary>
    public string? FoldedName { get; set; }
    public string? Mail { get; set; }
    public string? JobTitle { get; set; }
    public string? Department { get; set; }
    public Guid? AppId { get; set; }
    public bool IsEnabled { get; set; }
    public bool IsRoleAssignable { get; set; }

    /// <summary>When they last signed in; written by that alone.</summary>
    public DateTimeOffset? LastSignInAt { get; init; }
    public required string SortName { get; set; }
    public required string SearchText { get; set; }

    public static PrincipalRow Of(Principal principal)
    {
        var row = new PrincipalRow { Id = principal.Id.Value, DisplayName = "", SortName = "", SearchText = "" };
        row.Take(principal);
        return row;
    }

    public void Take(Principal principal)
    {
        Kind = principal.Kind;
        DisplayName = principal.DisplayName;
        UserPrincipalName = principal.UserPrincipalName?.Value;
        FoldedName = principal.UserPrincipalName is { } name ? Search.Fold(name.Value) : null;
        Mail = principal.Mail;
        JobTitle = principal.JobTitle;
        Department = principal.Department;
        AppId = principal.AppId;
        IsEnabled = principal.IsEnabled;
        IsRoleAssignable = principal.IsRoleAssignable;
        SortName = Search.Fold(principal.DisplayName);
        SearchText = Search.Fold(principal.DisplayName, principal.UserPrincipalName?.Value, principal.Mail);
    }

    public Principal ToCore()
    {
        _ = Core.Principals.UserPrincipalName.TryParse(UserPrincipalName, out var name);
        return new Principal(new PrincipalId(Id), Kind, DisplayName)
        {
            UserPrincipalName = name,
            Mail = Mail,
            JobTitle = JobTitle,
            Department = Department,
            AppId = AppId,
            IsEnabled = IsEnabled,
            IsRoleAssignable = IsRoleAssignable,
        };
    }
}
