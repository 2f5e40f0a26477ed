namespace Regent.Core.Assignments;

/// <summary>How a schedule came about: given by an administrator, or activated from an eligibility (specification, section 1.2).</summary>
public enum AssignmentType
{
    Assigned,
    Activated,
}
