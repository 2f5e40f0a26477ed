namespace Regent.Server.Tokens.Pages;

/// <summary>What a page of consent shows.</summary>
/// <param name="App">What the program is called.</param>
/// <param name="Person">Who is signed in.</param>
/// <param name="UserName">With which sign-in name.</param>
/// <param name="Permissions">What the program wants: each by its name and in words.</param>
public sealed record ConsentView(
    string App, string Person, string UserName, IReadOnlyList<(string Name, string Description)> Permissions)
{
    /// <summary>What is sent to agree.</summary>
    public const string Yes = "yes";

    /// <summary>What is sent to refuse.</summary>
    public const string No = "no";

    /// <summary>Where the browser goes on to.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Where somebody else signs in to answer instead; null for a device.</summary>
    public string? SomebodyElse { get; init; }

    /// <summary>The machine the program is at; null for a device.</summary>
    public string? LeadsTo { get; init; }
}
