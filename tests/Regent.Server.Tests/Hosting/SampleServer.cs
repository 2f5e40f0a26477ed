using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Server.SignIn;
using Regent.Server.Tests.Api.Conformance;
using Regent.Server.Tests.Architecture;
using Regent.Server.Tests.Tokens;
using Regent.Testing.Http;

namespace Regent.Server.Tests.Hosting;

/// <summary>
/// The real server with the sample organisation, listening on a port of its own, with a clock that is moved by hand. Every answer of its
/// API is held against the published descriptions; the class that used it fails at its end if one does not conform.
/// </summary>
public class SampleServer : WebApplicationFactory<Program>
{
    private readonly string data = Directory.CreateTempSubdirectory("regent-sample-").FullName;
    private readonly Dictionary<string, string> settings;
    private readonly ConformanceRecorder conformance = new(Witnesses.NameOf(TestContext.Current.TestClass?.TestClassName));

    public SampleServer()
        : this([])
    {
    }

    protected SampleServer(Dictionary<string, string> settings)
        : this(settings, SampleTemplate.File)
    {
    }

    /// <param name="settings">Beside those that every sample server has.</param>
    /// <param name="database">The sample organisation as it was set up once; null to set it up again.</param>
    internal SampleServer(Dictionary<string, string> settings, string? database)
    {
        this.settings = settings;
        if (database is not null)
        {
            File.Copy(database, DatabaseFile);
        }

        UseKestrel(Listen);
    }

    /// <summary>Where the database is.</summary>
    internal string DatabaseFile => Path.Combine(data, "regent.db");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address
    {
        get
        {
            if (field is null)
            {
                StartServer();
                var all = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
                field = all.First().TrimEnd('/');
                Services.GetRequiredService<NotificationOptions>().PublicUrl = new Uri(PublicOf(all));
            }

            return field;
        }
    }

    /// <summary>Somebody of the sample, by the part of the name before the @.</summary>
    public async Task<Principal> PersonAsync(string name)
    {
        Assert.True(UserPrincipalName.TryParse($"{name}@regent.example", out var upn));
        return (await Services.GetRequiredService<IDirectory>().FindByNameAsync(upn, CancellationToken.None))!;
    }

    /// <summary>An HTTP client with a bearer token of somebody of the sample.</summary>
    public async Task<HttpClient> ApiAsync(string name)
    {
        var person = await PersonAsync(name);
        var token = await Services.GetRequiredService<AccessTokens>()
            .IssueAsync(person.Id, TimeSpan.FromDays(2), Clock.GetUtcNow(), CancellationToken.None);
        return With(token);
    }

    /// <summary>An HTTP client with a token of a program that acts for itself, with these permissions of Graph.</summary>
    public async Task<HttpClient> AppAsync(params string[] permissions)
    {
        var program = await OAuthProgram.ConfidentialAsync(this, permissions);
        return With((string)(await program.ForItselfAsync(OAuthProgram.GraphDefault))["access_token"]!);
    }

    /// <summary>An HTTP client with a token of a program that acts for somebody of the sample, with these scopes.</summary>
    public async Task<HttpClient> DelegatedAsync(string name, params string[] scopes)
    {
        var program = await OAuthProgram.PublicAsync(this, scopes);
        using var browser = await BrowserAsync(name);
        var code = await program.CodeAsync(browser, string.Join(' ', scopes));
        return With((string)(await program.RedeemAsync(code))["access_token"]!);
    }

    /// <summary>An HTTP client that sends this bearer token.</summary>
    public HttpClient With(string token)
    {
        var client = new HttpClient { BaseAddress = new Uri(Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>An HTTP client with a session of somebody of the sample.</summary>
    public Task<HttpClient> BrowserAsync(string name) =>
        PortalClient.SignInAsync(new Uri(Address), $"{name}@regent.example", SamplePeople.Password, CancellationToken.None);

    /// <summary>At which of its addresses it says it is.</summary>
    protected virtual string PublicOf(ICollection<string> addresses) => addresses.First();

    /// <summary>Says where it listens.</summary>
    protected virtual void Listen(KestrelServerOptions kestrel) => kestrel.Listen(IPAddress.Loopback, port: 0);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Regent:Data", data);
        builder.UseSetting("Regent:Sample", "true");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            // What a server tells whoever started it would bury what the tests tell.
            foreach (var announcer in services.Where(service => service.ImplementationType?.IsSubclassOf(typeof(Announcer)) == true).ToList())
            {
                services.Remove(announcer);
            }

            services.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter>(conformance);
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        Violations.None(conformance.Violations);
    }
}
