using System.ComponentModel.DataAnnotations;
using Regent.Operations.Ports;

namespace Regent.Server.Mail;

/// <summary>Mail's one door.</summary>
internal static class MailExtensions
{
    /// <summary>Sends through the server that section <c>Smtp</c> names, or keeps mails when it names none.</summary>
    public static IServiceCollection AddRegentMail(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(SmtpOptions.Section).Get<SmtpOptions>() ?? new SmtpOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        services.AddSingleton(options);
        return options.IsConfigured ? services.AddSingleton<IMailer, SmtpMailer>() : services.AddSingleton<IMailer, KeepingMailer>();
    }
}
