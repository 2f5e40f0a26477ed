namespace Regent.Server.SignIn.Pages;

/// <summary>What the sign-in page shows.</summary>
public sealed record SignInView(string ReturnUrl, IReadOnlyList<SamplePerson> People)
{
    public string? UserName { get; init; }

    public string? Problem { get; init; }

    public bool SignedOut { get; init; }

    public bool PasswordSet { get; init; }
}
