namespace Regent.Server.SignIn;

/// <summary>What people read when a proof was not accepted.</summary>
internal static class Problems
{
    public const string Code = "This code is not right, or was used before. Take the one the app shows now.";

    public const string RecoveryCode = "This recovery code is not right, or was used before.";

    public const string Password = "This is not your password.";

    public const string Passkey = "The passkey was not accepted.";

    public const string Locked = "Too many attempts were wrong. The account takes none for 15 minutes.";

    /// <summary>The sentence for a result that is not right.</summary>
    public static string Of(ProofResult result, string wrong) => result == ProofResult.Locked ? Locked : wrong;
}
