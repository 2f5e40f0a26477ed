namespace Regent.Server.SignIn;

/// <summary>How somebody proved who they are, in the words of RFC 8176 where it has one.</summary>
internal static class Methods
{
    public const string Password = "pwd";

    public const string OneTimeCode = "otp";

    public const string RecoveryCode = "recovery";

    public const string Passkey = "fido";

    /// <summary>What people call it.</summary>
    public static string Words(string method) => method switch
    {
        Password => "a password",
        OneTimeCode => "a code from an app",
        RecoveryCode => "a recovery code",
        Passkey => "a passkey",
        _ => method,
    };

    /// <summary>
    /// A passkey demands the device and its owner's finger, face or PIN, which makes two factors. A recovery code lets in, and says no
    /// more about who holds it than the password does.
    /// </summary>
    public static bool HoldsSecondFactor(IEnumerable<string> methods) => methods.Any(method => method is OneTimeCode or Passkey);
}
