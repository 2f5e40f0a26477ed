namespace Regent.Operations.Requests;

/// <summary>Whose requests are wanted.</summary>
public enum RequestList
{
    /// <summary>The caller's own.</summary>
    Mine,

    /// <summary>Those that wait for the caller's decision.</summary>
    ToDecide,

    /// <summary>Those to extend or renew something that wait for the caller's decision as an administrator.</summary>
    ToExtend,

    /// <summary>Everybody's, where the caller may see them; for others only where the filter leaves their own.</summary>
    All,
}
