using System.ComponentModel.DataAnnotations;
using Regent.Api;
using Regent.Operations;
using Regent.Operations.Alerts;
using Regent.Operations.Apps;
using Regent.Operations.Notifications;
using Regent.Operations.Ports;
using Regent.Operations.Roles;
using Regent.Server.Mail;
using Regent.Server.Sample;
using Regent.Server.SignIn;
using Regent.Server.Tokens;
using Regent.Storage;
using Regent.Targets;

namespace Regent.Server.Hosting;

/// <summary>What the web server and the local commands share: storage, operations, accounts, mail and the clock.</summary>
internal static class Composition
{
    public static IServiceCollection AddRegent(this IServiceCollection services, IConfiguration configuration)
    {
        return services
            .AddClock()
            .AddSingleton(Options<ActivationOptions>(configuration, "Regent:Activation"))
            .AddSingleton(Options<PasswordLinkOptions>(configuration, "Regent:PasswordLinks"))
            .AddSingleton(Options<CallerLimitOptions>(configuration, "Regent:Api"))
            .AddSingleton(Tokens(configuration))
            .AddSingleton(Notifications(configuration))
            .AddRegentStorage(configuration)
            .AddRegentOperations()
            .AddRegentTargets().AddSingleton<ISecretBox, SecretBox>()
            .AddRegentPermissions()
            .AddRegentMail(configuration)
            .AddRegentSignIn(configuration)
            .AddRegentTokens()
            .AddRateLimiter(limits => limits.AddPolicy<string, CallerLimit>(ApiExtensions.CallerLimit))
            .AddSingleton<SampleAccounts>().AddSingleton<SampleOrganisation>().AddSingleton<SampleGate>();
    }

    /// <summary>Prepares everything before the start; false when the server must not start like this, and then says why.</summary>
    public static async Task<bool> TryPrepareRegentAsync(this IServiceProvider services, TextWriter error, CancellationToken ct = default)
    {
        try
        {
            CheckPublicUrl(services.GetRequiredService<IConfiguration>());
            await services.PrepareRegentAsync(ct);
            return true;
        }
        catch (StartRefusedException refused)
        {
            await error.WriteLineAsync(refused.Message);
            return false;
        }
    }

    /// <summary>Brings the database to this version, the built-in roles into it, and the sample organisation where it is wanted.</summary>
    public static async Task PrepareRegentAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        await services.PrepareRegentStorageAsync(ct);
        // The first secret makes the key ring's first key, which waits for the database: never inside the transaction that keeps the secret.
        services.GetRequiredService<ISecretBox>().Lock("");
        await services.GetRequiredService<InstallBuiltInRoles>().ExecuteAsync(ct);
        await services.GetRequiredService<SendDigest>().PlanAsync(ct);
        await services.GetRequiredService<WatchAlerts>().PlanAsync(ct);
        await services.GetRequiredService<ForgetTokens>().PlanAsync(ct);
        var reachable = Addresses.Of(services.GetRequiredService<IConfiguration>()).FirstOrDefault(address => !Addresses.IsLoopback(address));
        if (await services.GetRequiredService<SampleGate>().PassAsync(reachable, ct) is { } why)
        {
            throw new StartRefusedException(why);
        }
    }

    private static T Options<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var options = configuration.GetSection(section).Get<T>() ?? new T();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }

    private static NotificationOptions Notifications(IConfiguration configuration)
    {
        var options = Options<NotificationOptions>(configuration, "Regent:Notifications");
        options.PublicUrl = PublicUrl(configuration);
        return options;
    }

    // Clients that insist on https want the issuer to be there as well.
    private static TokenOptions Tokens(IConfiguration configuration)
    {
        var options = Options<TokenOptions>(configuration, "Regent:Tokens");
        options.Issuer ??= string.IsNullOrEmpty(configuration["Regent:PublicUrl"]) ? Addresses.Safe(configuration) : null;
        return options;
    }

    private static Uri PublicUrl(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Regent:PublicUrl"], UriKind.Absolute, out var given) ? given : Addresses.Local(configuration);

    // A mistake here would go out with every mail.
    private static void CheckPublicUrl(IConfiguration configuration)
    {
        var given = configuration["Regent:PublicUrl"];
        if (!string.IsNullOrEmpty(given)
            && !(Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { Query: "", Fragment: "" }))
        {
            throw new StartRefusedException(
                $"Regent:PublicUrl is \"{given}\". It is the address people open the portal at, such as https://regent.example.org");
        }
    }

    private static IServiceCollection AddClock(this IServiceCollection services)
    {
#pragma warning disable RS0030 // The host is where the clock is chosen.
        return services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
    }
}
