namespace Regent.Server.SignIn;

/// <summary>The ways a request can say who sends it.</summary>
internal static class Schemes
{
    /// <summary>The session cookie of somebody who is signed in.</summary>
    public const string Session = "Session";

    /// <summary>The cookie of somebody whose password was right and whose second factor is still to come.</summary>
    public const string Pending = "SecondFactor";

    /// <summary>A bearer token for Azure Resource Manager.</summary>
    public const string ArmBearer = "ArmBearer";

    /// <summary>A bearer token for Graph.</summary>
    public const string Bearer = "Bearer";
}
