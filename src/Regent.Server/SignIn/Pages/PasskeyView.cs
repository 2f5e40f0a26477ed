namespace Regent.Server.SignIn.Pages;

/// <summary>One passkey of the account.</summary>
public sealed record PasskeyView(string Id, string Name, DateTimeOffset AddedAt);
