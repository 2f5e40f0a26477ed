namespace Regent.Server.SignIn.Pages;

/// <summary>Which second factors somebody can give, and what was wrong with the last one.</summary>
public sealed record SecondFactorView(string ReturnUrl, bool HasApp, bool HasPasskey)
{
    public string? CodeProblem { get; init; }

    public string? RecoveryProblem { get; init; }

    public string? PasskeyProblem { get; init; }
}
