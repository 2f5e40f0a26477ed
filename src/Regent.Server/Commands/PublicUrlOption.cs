using System.CommandLine;

namespace Regent.Server.Commands;

/// <summary>
/// <c>--public-url</c>: where people reach the server, for links that are printed. The server itself takes it from its configuration.
/// </summary>
internal sealed class PublicUrlOption
{
    /// <summary>Where a server listens that was told nothing.</summary>
    private const string Unconfigured = "http://127.0.0.1:5080";

    private const string Key = "Regent:PublicUrl";

    private readonly Option<string?> option = new("--public-url")
    {
        Description = "Where people reach the server, when Regent__PublicUrl is not in the environment",
        HelpName = "URL",
    };

    private bool isGuessed;

    public void AddTo(Command command) => command.Add(option);

    /// <summary>Puts the address where links begin into the configuration.</summary>
    public void Apply(ParseResult parsed, ConfigurationManager configuration)
    {
        var given = parsed.GetValue(option);
        if (given is not null && !IsWeb(given))
        {
            throw new MisuseException("--public-url is an address such as https://pim.example.org");
        }

        isGuessed = given is null && string.IsNullOrEmpty(configuration[Key]);
        if (isGuessed || given is not null)
        {
            configuration[Key] = given ?? Unconfigured;
        }
    }

    /// <summary>Says where the printed links begin, when nobody has.</summary>
    public Task TellAsync(ParseResult parsed) => isGuessed
        ? parsed.InvocationConfiguration.Error.WriteLineAsync(
            $"Links begin with {Unconfigured}. If people reach the server elsewhere, give --public-url URL.")
        : Task.CompletedTask;

    private static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
