namespace Regent.Server.SignIn.Pages;

/// <summary>What the page shows on which somebody asks for a link to choose a password.</summary>
/// <param name="Mails">Whether this server sends mail at all.</param>
/// <param name="GoodFor">How long a link is good.</param>
public sealed record ForgottenView(bool Mails, TimeSpan GoodFor)
{
    public string? UserName { get; init; }

    public string? Problem { get; init; }

    public bool Asked { get; init; }

    /// <summary>How long a link is good, as people say it.</summary>
    public string GoodForText => GoodFor switch
    {
        { TotalHours: < 2 } => $"{GoodFor.TotalMinutes:0} minutes",
        { TotalDays: < 3 } => $"{GoodFor.TotalHours:0} hours",
        _ => $"{GoodFor.TotalDays:0} days",
    };
}
