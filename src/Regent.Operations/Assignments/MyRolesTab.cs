namespace Regent.Operations.Assignments;

/// <summary>The tabs of My roles.</summary>
public enum MyRolesTab
{
    Eligible,
    Active,
    Expired,
}
