using System.ComponentModel.DataAnnotations;

namespace Regent.Server.Mail;

/// <summary>Where mail is handed over, configuration section <c>Smtp</c>. Without a host, mail is kept for the Mailbox page.</summary>
internal sealed class SmtpOptions
{
    public const string Section = "Smtp";

    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender.</summary>
    [EmailAddress]
    public string From { get; set; } = "regent@localhost";

    /// <summary>For how many seconds one step of handing over a mail may take before it is tried again later.</summary>
    [Range(1, 600)]
    public int Timeout { get; set; } = 20;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);
}
