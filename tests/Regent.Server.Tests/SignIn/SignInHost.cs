using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Server.SignIn;
using Regent.Server.Tests.Hosting;
using Regent.Testing.Smtp;

namespace Regent.Server.Tests.SignIn;

/// <summary>
/// The real server on an empty database, SQLite unless told otherwise, with a clock that stands still until it is moved; without a
/// mail server unless there is one.
/// </summary>
public sealed class SignInHost(string? connection = null, SmtpSink? mail = null) : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery";

    /// <summary>Where people reach it, as it is configured.</summary>
    public const string PublicUrl = "https://pim.regent.example";

    private readonly string data = Directory.CreateTempSubdirectory("regent-sign-in-").FullName;

    /// <summary>The folder with its data.</summary>
    public string Data => data;

    /// <summary>All it has logged at the levels of a real server.</summary>
    public KeptLog Log { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    /// <summary>A person of the directory with an account.</summary>
    public async Task<Principal> AddAsync(string name, string password = Password)
    {
        var person = await AddPersonAsync(name);
        Assert.Empty(await Services.GetRequiredService<AccountMaker>().CreateAsync(
            person.Id, person.UserPrincipalName!, password, CancellationToken.None));
        return person;
    }

    /// <summary>A person of the directory, without an account.</summary>
    public async Task<Principal> AddPersonAsync(string name)
    {
        Assert.True(UserPrincipalName.TryParse($"{name}@regent.example", out var upn));
        var person = new Principal(PrincipalId.At(Clock.GetUtcNow()), PrincipalKind.User, name) { UserPrincipalName = upn };
        await SaveAsync(person);
        return person;
    }

    public Task SaveAsync(Principal person) => Services.GetRequiredService<IUnitOfWork>().RunAsync(
        async ct =>
        {
            await Services.GetRequiredService<IDirectory>().SaveAsync(person, ct);
            return person;
        },
        CancellationToken.None);

    /// <summary>A browser: it keeps cookies, and follows redirects only when told.</summary>
    internal Visitor Visit() => new(this, CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>A browser that came by HTTPS to a proxy on this machine.</summary>
    internal Visitor VisitThroughProxy()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return new Visitor(this, client);
    }

    /// <summary>What everything behind the door reads from a session cookie.</summary>
    internal Caller? CallerOf(string cookie) => Caller.From(
        Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Schemes.Session).TicketDataFormat
            .Unprotect(Uri.UnescapeDataString(cookie))?.Principal);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (connection is null)
        {
            File.Copy(PreparedDatabase.Empty, Path.Combine(data, "regent.db"));
        }

        builder.UseEnvironment("Production");
        builder.UseSetting("Regent:Data", data);
        builder.UseSetting("ConnectionStrings:Regent", connection ?? "");
        builder.UseSetting("Regent:PublicUrl", PublicUrl);
        builder.UseSetting("Smtp:Host", mail is null ? "" : "127.0.0.1");
        builder.UseSetting("Smtp:Port", $"{mail?.Port ?? 25}");
        builder.UseSetting("Smtp:Security", "None");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.Remove(services.Single(service => service.ImplementationType == typeof(SetUpAnnouncer)));
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
    }
}
