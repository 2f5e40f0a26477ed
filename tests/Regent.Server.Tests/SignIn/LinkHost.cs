using System.Text.RegularExpressions;
using MimeKit;
using Regent.Core.Principals;
using Regent.Server.Tests.Hosting;
using Regent.Testing.Smtp;

namespace Regent.Server.Tests.SignIn;

/// <summary>A server with a mail server beside it, an administrator, and people who forgot their passwords.</summary>
internal sealed partial class LinkHost : IAsyncDisposable
{
    public const string NewPassword = "an even longer secret";

    private LinkHost(string? connection) => Host = new SignInHost(connection, Sink);

    public SmtpSink Sink { get; } = new();

    public SignInHost Host { get; }

    /// <summary>Opens one on which somebody has an account, so that nothing is left to set up.</summary>
    public static async Task<LinkHost> OpenAsync(string? connection = null)
    {
        var opened = new LinkHost(connection);
        await opened.Host.AddAsync("root");
        return opened;
    }

    /// <summary>Asks for a link on the page that is for it.</summary>
    public async Task<Visitor> AskAsync(string name)
    {
        var visitor = Host.Visit();
        await visitor.OpenAsync("/sign-in/forgotten");
        await visitor.SubmitAsync("/sign-in/forgotten", ("userName", $"{name}@regent.example"));
        return visitor;
    }

    /// <summary>Asks for a link and takes it, host and all, out of the mail.</summary>
    public async Task<string> LinkAsync(Principal person)
    {
        var before = Links(person).Count;
        await AskAsync(person.DisplayName);
        await Eventually.TrueAsync(() => Links(person).Count > before, "a link arrives");
        return Links(person)[^1];
    }

    /// <summary>Every link a person was sent, oldest first.</summary>
    public IReadOnlyList<string> Links(Principal person) =>
        [.. Mails(person).Select(mail => Link().Match(mail.TextBody ?? "")).Where(match => match.Success).Select(match => match.Value)];

    public IReadOnlyList<MimeMessage> Mails(Principal person) => Sink.To(person.Address!);

    /// <summary>Opens a link in a browser and chooses a password.</summary>
    public async Task<Visitor> ChooseAsync(string link, string password = NewPassword, string? repeated = null, Visitor? visitor = null)
    {
        visitor ??= Host.Visit();
        await visitor.OpenAsync(new Uri(link).PathAndQuery);
        await visitor.SubmitAsync("/sign-in/password", ("password", password), ("repeated", repeated ?? password));
        return visitor;
    }

    /// <summary>Whether a name and a password let somebody in, or at least on to the second factor.</summary>
    public async Task<bool> LetsInAsync(string name, string password)
    {
        var visitor = Host.Visit();
        await visitor.SignInAsync(name, password);
        return visitor.Location is not null;
    }

    public static string SecretOf(string link) => link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Sink.DisposeAsync();
    }

    [GeneratedRegex(@"\S+/sign-in/password\?link=\S+")]
    private static partial Regex Link();
}
