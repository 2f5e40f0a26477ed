namespace Regent.Server.SignIn.Pages;

/// <summary>What the first administrator has filled in, and what is wrong with it, by field.</summary>
public sealed record SetUpView
{
    public string? Code { get; init; }

    public string? DisplayName { get; init; }

    public string? UserName { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Problems { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<string> ProblemsOf(string field) => Problems.GetValueOrDefault(field, []);
}
