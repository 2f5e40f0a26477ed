using System.ComponentModel.DataAnnotations;
using Regent.Operations;
using Regent.Operations.Notifications;
using Regent.Operations.Roles;
using Regent.Server.Mail;
using Regent.Server.Sample;
using Regent.Server.SignIn;
using Regent.Storage;

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
            .AddSingleton(new NotificationOptions { PublicUrl = PublicUrl(configuration) })
            .AddRegentStorage(configuration)
            .AddRegentOperations()
            .AddRegentMail(configuration)
            .AddRegentSignIn(configuration)
            .AddSingleton<SampleState>().AddSingleton<SampleAccounts>().AddSingleton<SampleOrganisation>();
    }

    /// <summary>Brings the database to this version, the built-in roles into it, and the sample organisation where it is wanted.</summary>
    public static async Task PrepareRegentAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        await services.PrepareRegentStorageAsync(ct);
        await services.GetRequiredService<InstallBuiltInRoles>().ExecuteAsync(ct);
        var configuration = services.GetRequiredService<IConfiguration>();
        if (configuration.GetValue<bool>("Regent:Sample"))
        {
            var installed = await services.GetRequiredService<SampleOrganisation>().InstallAsync(ct);
            services.GetRequiredService<SampleState>().Enter(installed, configuration);
        }
    }

    private static T Options<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var options = configuration.GetSection(section).Get<T>() ?? new T();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }

    private static Uri PublicUrl(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Regent:PublicUrl"], UriKind.Absolute, out var given) ? given : Addresses.Local(configuration);

    private static IServiceCollection AddClock(this IServiceCollection services)
    {
#pragma warning disable RS0030 // The host is where the clock is chosen.
        return services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
    }
}
