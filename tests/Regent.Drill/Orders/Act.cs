namespace Regent.Drill.Orders;

/// <summary>What is asked of Regent in a drill.</summary>
internal enum Act
{
    /// <summary>Somebody activates a role.</summary>
    Activate,

    /// <summary>Somebody has their running activation end later.</summary>
    Extend,

    /// <summary>Somebody ends their activation.</summary>
    Deactivate,

    /// <summary>An administrator ends somebody's activation or assignment.</summary>
    Remove,

    /// <summary>An administrator takes away the eligibility behind an activation, which ends with it.</summary>
    LoseEligibility,

    /// <summary>An administrator makes somebody eligible again.</summary>
    BecomeEligible,

    /// <summary>An administrator gives a role for a time.</summary>
    Give,

    /// <summary>An administrator has what was given end at another time.</summary>
    Change,

    /// <summary>The clock leaps.</summary>
    Leap,
}
