namespace Regent.Core.Assignments;

/// <summary>Whether a schedule says who may activate or who holds.</summary>
public enum ScheduleKind
{
    Eligibility,
    Assignment,
}
