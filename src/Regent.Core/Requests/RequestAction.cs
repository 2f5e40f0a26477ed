namespace Regent.Core.Requests;

/// <summary>What a request asks for (specification, section 3.1).</summary>
public enum RequestAction
{
    /// <summary>An administrator gives an eligibility or an active assignment.</summary>
    AdminAssign,

    /// <summary>An administrator changes start, end or permanence of what was given.</summary>
    AdminUpdate,

    /// <summary>An administrator takes something away, or ends somebody's activation.</summary>
    AdminRemove,

    /// <summary>An administrator moves the end of what was given.</summary>
    AdminExtend,

    /// <summary>An administrator gives again what has ended.</summary>
    AdminRenew,

    /// <summary>Somebody activates a role they are eligible for.</summary>
    SelfActivate,

    /// <summary>Somebody ends their own activation.</summary>
    SelfDeactivate,

    /// <summary>Somebody asks for a later end: of what was given, which administrators decide, or of a running activation.</summary>
    SelfExtend,

    /// <summary>Somebody asks to have again what has ended.</summary>
    SelfRenew,
}
