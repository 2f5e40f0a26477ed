namespace Regent.Server.SignIn.Pages;

/// <summary>A secret on its way into an authenticator app.</summary>
/// <param name="Secret">The secret as the form carries it: sealed.</param>
/// <param name="Key">The secret as a person types it.</param>
/// <param name="Picture">The secret as a camera reads it.</param>
public sealed record AuthenticatorView(string Secret, string Key, string Picture)
{
    public string? CodeProblem { get; init; }

    public string? PasswordProblem { get; init; }

    /// <summary>Whether another app was set up before, which this one takes the place of.</summary>
    public bool Replaces { get; init; }

    /// <summary>The key in groups of four, which eyes and fingers can follow.</summary>
    public string SpacedKey => string.Join(' ', Key.Chunk(4).Select(group => new string(group)));
}
