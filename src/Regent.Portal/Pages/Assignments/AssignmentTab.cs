namespace Regent.Portal.Pages.Assignments;

/// <summary>The tabs of Assignments.</summary>
public enum AssignmentTab
{
    Eligible,
    Active,
    Expired,
}
