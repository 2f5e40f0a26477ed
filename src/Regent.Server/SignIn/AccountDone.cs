namespace Regent.Server.SignIn;

/// <summary>What was just changed, told on the account page after it.</summary>
public enum AccountDone
{
    Password,
    AuthenticatorAdded,
    AuthenticatorRemoved,
    PasskeyAdded,
    PasskeyRemoved,
}
