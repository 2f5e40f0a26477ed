using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Regent.Operations.Ports;
using Regent.Storage;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Sign-in's one door.</summary>
internal static class SignInExtensions
{
    // As OWASP advises for PBKDF2 with SHA-512.
    private const int PasswordHashRounds = 210_000;

    private static readonly TimeSpan SecondFactorWait = TimeSpan.FromMinutes(5);

    /// <summary>Adds accounts, sessions, second factors, passkeys and Regent's own tokens.</summary>
    public static IServiceCollection AddRegentSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("Regent").PersistKeysToDbContext<RegentDb>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = "/";
        });
        services.AddAccounts(configuration);
        services.AddSchemes();
        services.AddHttpContextAccessor().AddRateLimiter(AttemptLimit.Configure);
        services.AddSingleton<SessionCheck>().AddSingleton<AccessTokens>().AddSingleton<SetUpCodes>().AddSingleton<SamplePeople>().AddSingleton<AccountMaker>();
        services.AddSingleton<DecoyPassword>().AddSingleton<OneTimeCodes>().AddHostedService<SetUpAnnouncer>();
        services.AddSingleton<PasswordLinks>().AddSingleton<IPasswordLinks>(provider => provider.GetRequiredService<PasswordLinks>());
        services.AddSingleton<PasswordChoice>().AddSingleton<SignInRecord>().AddSingleton<FirstSignIn>();
        services.AddScoped<Proofs>().AddScoped<Passkeys>().AddScoped<Sessions>();
        services.AddScoped<Arrival>().AddScoped<AccountChanges>().AddScoped<AccountPages>();
        return services.AddScoped<AuthenticationStateProvider, SessionRevalidation>().AddScoped<CircuitHandler, CircuitGuard>();
    }

    /// <summary>Finds out who is calling. Comes after routing and before everything that asks.</summary>
    public static WebApplication UseRegentSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        return app;
    }

    /// <summary>Maps the pages of sign-in and of one's own account.</summary>
    public static WebApplication MapRegentSignIn(this WebApplication app)
    {
        // The guard checks the antiforgery token of every form itself, and answers with a page.
        var forms = app.MapGroup("").AddEndpointFilter<FormGuard>().DisableAntiforgery();
        var anybody = forms.MapGroup("").AllowAnonymous();
        SignInRoutes.Map(anybody);
        SecondFactorRoutes.Map(anybody);
        SetUpRoutes.Map(anybody);
        ForgottenRoutes.Map(anybody);
        PasswordLinkRoutes.Map(anybody);

        var owner = forms.MapGroup("").RequireAuthorization();
        VerifyRoutes.Map(owner);
        AccountRoutes.Map(owner);
        AuthenticatorRoutes.Map(owner.MapGroup("").AddEndpointFilter<FactorGuard>());
        return app;
    }

    private static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Account>(Rules)
            .AddPasswordValidator<PasswordRules>()
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordHashRounds);
        services.Configure<IdentityPasskeyOptions>(
            options => options.ServerDomain = Uri.TryCreate(configuration["Regent:PublicUrl"], UriKind.Absolute, out var url) ? url.Host : null);
    }

    private static void Rules(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.AllowedUserNameCharacters = "";
        options.Password = new PasswordOptions
        {
            RequiredLength = PasswordRules.Shortest,
            RequiredUniqueChars = 5,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
    }

    private static void AddSchemes(this IServiceCollection services)
    {
        services.AddScoped<SessionCookie>();
        services.AddAuthentication(Schemes.Session)
            .AddCookie(Schemes.Session, SessionCookie.Configure)
            .AddCookie(Schemes.Pending, options => ConfigureShortLived(options, "regent-second-factor"))
            // Identity keeps a passkey's challenge here.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => ConfigureShortLived(options, "regent-passkey"));
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(Holder(Schemes.Session))
            .SetFallbackPolicy(SignedInWhereThereIsAnything());
    }

    /// <summary>Demands somebody who is known by a scheme.</summary>
    internal static AuthorizationPolicy Holder(string scheme) => new AuthorizationPolicyBuilder(scheme).RequireAuthenticatedUser().Build();

    // A route that forgot to say who may pass is for nobody outside; where there is no route, or none for the method, anybody may learn so.
    private static AuthorizationPolicy SignedInWhereThereIsAnything() => new AuthorizationPolicyBuilder(Schemes.Session)
        .RequireAssertion(asked => asked.User.Identity?.IsAuthenticated == true || asked.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
        .Build();

    private static void ConfigureShortLived(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SecondFactorWait;
        options.SlidingExpiration = false;
    }
}
