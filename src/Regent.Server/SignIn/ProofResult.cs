namespace Regent.Server.SignIn;

/// <summary>What came of one attempt to prove something.</summary>
internal enum ProofResult
{
    Right,
    Wrong,

    /// <summary>Not even looked at: too many were wrong before.</summary>
    Locked,
}
