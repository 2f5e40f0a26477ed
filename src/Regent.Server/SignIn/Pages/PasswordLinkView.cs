namespace Regent.Server.SignIn.Pages;

/// <summary>What the page shows on which somebody chooses a password with a link, and what is wrong with the one they chose.</summary>
public sealed record PasswordLinkView(string Link, string UserName)
{
    /// <summary>The name of somebody else who is signed in here; null when nobody else is.</summary>
    public string? SignedInAs { get; init; }

    /// <summary>Whether Regent has no administrator yet, who comes before everybody else.</summary>
    public bool IsTooEarly { get; init; }

    public IReadOnlyList<string> Problems { get; init; } = [];

    public string? RepeatedProblem { get; init; }

    public bool CanNotGoOn => IsTooEarly || RepeatedProblem is not null || Problems.Count > 0;
}
